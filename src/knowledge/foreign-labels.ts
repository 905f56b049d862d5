import type { Label } from './label.ts'

/** Labels of forms in the languages that neighbours write: what a structure is, who speaks for it, how it is reached. */
export const FOREIGN_LABELS = {
  en: {
    name: {
      says: [
        "(legal |full |registered )?name of (the |your )?(organi[sz]ation|company|association|institution|applicant|business)|(organi[sz]ation|company|association|applicant|business)('s)? name",
      ],
      example: 'Name of the organisation',
      unlike: 'Name of the project',
    },
    legal_form: { says: ['legal (form|status)'], example: 'Legal form', unlike: 'Legal notice' },
    representative: {
      says: [
        '((full )?name of (the |your )?)?(legal representative|authori[sz]ed (representative|signatory)|signatory)|represented by',
      ],
      example: 'Name of the legal representative',
      unlike: 'Name of the company',
    },
    role: { says: ['job title|position held'], example: 'Job title', unlike: 'Project title' },
    postal_address: {
      says: [
        '(postal |registered |business |street )?address( of the (company|organi[sz]ation))?|registered office',
      ],
      example: 'Registered address',
      unlike: 'E-mail address',
    },
    phone: {
      says: ['(tele)?phone( number)?|mobile phone( number)?'],
      example: 'Telephone number',
      unlike: 'Company number',
    },
    email: { says: ['e-?mail address'], example: 'E-mail address', unlike: 'Postal address' },
    date: {
      says: ['date of (signature|application)'],
      example: 'Date of signature',
      unlike: 'Deadline',
    },
  },
  de: {
    name: {
      says: [
        '(name|bezeichnung) (der|des|ihrer|ihres) (organisation|einrichtung|firma|gesellschaft|vereins?|unternehmens?|bewerbers?|antragstellers?|tragers?)|firmen(name|bezeichnung)|vereinsname',
      ],
      example: 'Name der Einrichtung',
      unlike: 'Name des Projekts',
    },
    legal_form: { says: ['rechtsform'], example: 'Rechtsform', unlike: 'Rechtsgrundlage' },
    representative: {
      says: [
        '(name (der|des) )?(gesetzliche[rn]? vertret(er(in|s)?|ung)|vertretungsberechtigten?( person)?)|vertreten durch',
      ],
      example: 'Gesetzlicher Vertreter',
      unlike: 'Vertrieb durch',
    },
    role: { says: ['funktion|stellung|dienststellung'], example: 'Stellung', unlike: 'Stellungnahme' },
    postal_address: {
      says: ['(post)?anschrift|postadresse|sitz'],
      example: 'Postanschrift',
      unlike: 'Überschrift',
    },
    phone: {
      says: ['telefon(nummer)?|handy(nummer)?|mobilnummer'],
      example: 'Telefonnummer',
      unlike: 'Kontonummer',
    },
    email: { says: ['e-?mail-?adresse'], example: 'E-Mail-Adresse', unlike: 'Postadresse' },
    date: { says: ['datum( der (unterschrift|bewerbung))?'], example: 'Datum', unlike: 'Daten' },
  },
  es: {
    name: {
      says: [
        'nombre (de la |del |de su )?(organizacion|entidad|empresa|asociacion|sociedad|solicitante|candidato)|(razon|denominacion) social',
      ],
      example: 'Nombre de la entidad',
      unlike: 'Nombre del proyecto',
    },
    legal_form: { says: ['forma (juridica|social)'], example: 'Forma jurídica', unlike: 'Forma de pago' },
    representative: {
      says: ['(nombre (y apellidos )?del? )?(representante legal|firmante)|representad[ao] por'],
      example: 'Representada por',
      unlike: 'Presentada por',
    },
    role: { says: ['cargo'], example: 'Cargo', unlike: 'Carga' },
    postal_address: {
      says: ['direccion( postal)?|domicilio( social)?'],
      example: 'Domicilio social',
      unlike: 'Dominio',
    },
    phone: { says: ['telefono( movil| fijo)?'], example: 'Teléfono', unlike: 'Fax' },
    email: { says: ['correo electronico'], example: 'Correo electrónico', unlike: 'Correo postal' },
    date: { says: ['fecha( de (la )?(firma|solicitud))?'], example: 'Fecha', unlike: 'Ficha' },
  },
  nl: {
    name: {
      says: [
        'naam (van )?(de |het |uw )?(organisatie|onderneming|vereniging|bedrijf|instelling|aanvrager|vennootschap)|(bedrijfs|organisatie)naam',
      ],
      example: 'Naam van de onderneming',
      unlike: 'Naam van het project',
    },
    legal_form: { says: ['rechtsvorm'], example: 'Rechtsvorm', unlike: 'Rechtsgebied' },
    representative: {
      says: ['(naam (van )?(de )?)?(wettelijke? )?vertegenwoordiger|vertegenwoordigd door'],
      example: 'Wettelijk vertegenwoordiger',
      unlike: 'Vertegenwoordiging',
    },
    role: { says: ['functie'], example: 'Functie', unlike: 'Functioneren' },
    postal_address: {
      says: ['(post)?adres|maatschappelijke zetel'],
      example: 'Maatschappelijke zetel',
      unlike: 'Webadres',
    },
    phone: { says: ['telefoon(nummer)?|gsm-nummer'], example: 'Telefoonnummer', unlike: 'Rekeningnummer' },
    email: { says: ['e-?mailadres'], example: 'E-mailadres', unlike: 'Postadres' },
    date: {
      says: ['datum (van )?(de )?(ondertekening|aanvraag)'],
      example: 'Datum van ondertekening',
      unlike: 'Ondertekening',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Label>>>>
