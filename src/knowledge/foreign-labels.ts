import type { Label } from './label.ts'

const EN_OF = ' (of|for) (the |your )?'
const DE_OF = ' (der|des|ihre[rs]) '

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
        `((full )?name( and surname)?${EN_OF})?((legal|authori[sz]ed|official|duly authori[sz]ed) )?(representative|signatory)|represented by`,
        `(full )?name${EN_OF}(director|manager|chair(man|woman|person)?|president|managing director|person (in charge|responsible|authori[sz]ed to sign))`,
      ],
      example: 'Name of the legal representative',
      unlike: 'Name of the company',
    },
    role: {
      says: [
        'job title|position held',
        `(position|job title|function|role|capacity|title)( held)?${EN_OF}(legal |authori[sz]ed |company )?(representative|signatory|applicant|person( in charge| responsible)?)`,
        '(position|function|capacity)',
      ],
      example: 'Job title',
      unlike: 'Project title',
    },
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
    sector: {
      says: [
        '(chosen |selected |business |industrial )?(sector|industry|category)( (chosen|selected|of (activity|application)|applied for))?',
      ],
      example: 'Chosen sector',
      unlike: 'Section',
    },
    signature: {
      says: [
        `(date,? (and|&|/) )?(stamp (and|&|/) )?(authori[sz]ed )?signature( (and|&|/) (stamp|date|name))?(${EN_OF}((legal|authori[sz]ed) )?(representative|signatory|applicant))?`,
        '(electronically )?signed by',
      ],
      example: 'Signed by',
      unlike: 'Signing date',
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
        `(name${DE_OF})?((gesetzlich|bevollmachtigt|zeichnungsberechtigt)e[rns]? )?(vertret(er(in|s)?|ung)|unterzeichne(r(in|s)?|nden?)|vertretungsberechtigten?( person)?)|vertreten durch`,
        `name${DE_OF}(geschaftsfuhrer(s|in)?|vorsitzenden?|ansprechpartners?)`,
      ],
      example: 'Gesetzlicher Vertreter',
      unlike: 'Vertrieb durch',
    },
    role: {
      says: [
        `(funktion|stellung|dienststellung|position|amt)(${DE_OF}(gesetzlichen )?(vertret(ers|erin|ung)|unterzeichn(ers|erin|enden)|person))?`,
      ],
      example: 'Stellung',
      unlike: 'Stellungnahme',
    },
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
    sector: {
      says: ['((gewahlt|gewunscht)e[rs]? )?(branche|sektor|wirtschaftszweig|fachbereich|sparte)'],
      example: 'Gewählte Branche',
      unlike: 'Branchenbuch',
    },
    signature: {
      says: [
        `((ort|datum|stempel|firmenstempel|name)( ?[,/&] ?| und ))*unterschrift( (und|/|&) (stempel|datum))?(${DE_OF}[a-z ]{3,30})?`,
        '(elektronisch )?(unterzeichnet|unterschrieben|gezeichnet) (von|durch)|gez\\.',
      ],
      example: 'Stempel und Unterschrift',
      unlike: 'Überschrift',
    },
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
      says: [
        '(nombre (y apellidos? )?(del?|de la) )?(representante( legal| autorizad[oa])?|firmante)|representad[ao] por',
        'nombre (y apellidos? )?(del?|de la) (gerente|director(a)?|president[ea]|responsable|persona (firmante|responsable))',
      ],
      example: 'Representada por',
      unlike: 'Presentada por',
    },
    role: {
      says: ['(cargo|puesto|funcion)( (del?|de la) (representante( legal)?|firmante|persona firmante))?'],
      example: 'Cargo',
      unlike: 'Carga',
    },
    postal_address: {
      says: ['direccion( postal)?|domicilio( social)?'],
      example: 'Domicilio social',
      unlike: 'Dominio',
    },
    phone: { says: ['telefono( movil| fijo)?'], example: 'Teléfono', unlike: 'Fax' },
    email: { says: ['correo electronico'], example: 'Correo electrónico', unlike: 'Correo postal' },
    date: { says: ['fecha( de (la )?(firma|solicitud))?'], example: 'Fecha', unlike: 'Ficha' },
    sector: {
      says: [
        '(sector(es)?|ambito|rama|categoria)( (elegid|escogid|seleccionad|industrial)[oa]?(es)?| de actividad)?',
      ],
      example: 'Sector elegido',
      unlike: 'Sectorial',
    },
    signature: {
      says: [
        '((lugar|fecha|sello|nombre)( ?[,/&] ?| y ))*firma( (y|/|&) (sello|fecha))?( (del?|de la) [a-z ]{3,30})?',
        'firmado (electronicamente )?por',
      ],
      example: 'Firma y sello',
      unlike: 'Firmamento',
    },
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
      says: ['(naam (van )?(de )?)?(wettelijke? )?(vertegenwoordiger|ondertekenaar)|vertegenwoordigd door'],
      example: 'Wettelijk vertegenwoordiger',
      unlike: 'Vertegenwoordiging',
    },
    role: {
      says: ['(functie|hoedanigheid)( van de (wettelijke )?(vertegenwoordiger|ondertekenaar))?'],
      example: 'Functie',
      unlike: 'Functioneren',
    },
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
    sector: {
      says: ['(gekozen )?(sector|bedrijfstak|vakgebied)'],
      example: 'Gekozen sector',
      unlike: 'Sectoraal',
    },
    signature: {
      says: [
        '((plaats|datum|stempel|naam)( ?[,/&] ?| en ))*handtekening( (en|/|&) (stempel|datum))?( van (de |het )?[a-z ]{3,30})?',
        '(elektronisch )?(ondertekend|getekend) door',
      ],
      example: 'Handtekening en stempel',
      unlike: 'Tekening',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Label>>>>
