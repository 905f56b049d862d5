import type { Label } from './label.ts'

/** Who leads or signs, what they are called, and of whom it is said, as forms of each language word it. */
const EN_OF = ' (of|for) (the |your )?'
const EN_SIGNATORY = '((legal|authori[sz]ed|official) )?(representative|signatory)'
const EN_LEADER =
  `(${EN_SIGNATORY}|director|manager|chair(man|woman|person)?|president` +
  '|person (signing|in charge|responsible|authori[sz]ed to sign))'
const EN_NAME = '(full |first |last |family |given )?(and last )?names?( and surname)?'
const EN_WHERE = '( (in|within|at|with) (the |your )?(organi[sz]ation|company|association|institution))?'
const DE_OF = ' (der|des|ihre[rs]) '
const DE_SIGNATORY =
  '((gesetzlich|bevollmachtigt|zeichnungsberechtigt)e[rns]? )?(vertret(er(in|s)?|ung)|' +
  'unterzeichne(r(in|s)?|nden?)' +
  '|vertretungsberechtigten?( person)?)'
const DE_LEADER = `(${DE_SIGNATORY}|geschaftsfuhrer(s|in)?|vorsitzenden?)`
const DE_NAME = '(vor- ?(und|&) ?(nach|zu)name|name(, ?vorname)?|vorname(,| und) ?(nach)?name)'
const DE_WHERE = '( (im|in der|in ihrem|in ihrer) (unternehmen|einrichtung|organisation|firma|verein))?'
const ES_OF = ' (del?|de la) '
const ES_SIGNATORY = '(representante( legal| autorizad[oa])?|firmante)'
const ES_LEADER = `(${ES_SIGNATORY}|gerente|director(a)?|president[ea]|persona (firmante|responsable))`
const ES_NAME = '(nombre( y apellidos?)?|apellidos? y nombre)'
const NL_LEADER = '(wettelijke? )?(vertegenwoordiger|ondertekenaar)'
const NL_NAME = '(naam( en voornaam)?|voornaam en naam|voor- en achternaam)( van)?( de| uw)?'
const NL_WHERE = '( (binnen|in) (de|het|uw) (organisatie|bedrijf|onderneming|vereniging))?'

/**
 * Labels of forms in the languages that neighbours write: what a structure is, who speaks for it, how it is
 * reached.
 */
export const FOREIGN_LABELS = {
  en: {
    name: {
      says: [
        '(legal |full |registered )?name of (the |your )?(organi[sz]ation|company|association|' +
          'institution|applicant|business)|(organi[sz]ation|company|association|applicant|' +
          "business)('s)? name",
      ],
      example: 'Name of the organisation',
      unlike: 'Name of the project',
    },
    legal_form: { says: ['legal (form|status)'], example: 'Legal form', unlike: 'Legal notice' },
    representative: {
      says: [
        `(${EN_NAME}${EN_OF})?${EN_SIGNATORY}('s ${EN_NAME}| ${EN_NAME})?|represented by`,
        `${EN_NAME}${EN_OF}${EN_LEADER}`,
      ],
      example: 'Name of the legal representative',
      unlike: 'Name of the company',
    },
    role: {
      says: [
        `(position|job title|function|role|capacity)( held)?${EN_WHERE}`,
        `(position|job title|function|role|capacity|title)( held)?${EN_OF}${EN_LEADER}`,
        `${EN_LEADER}'s (position|job title|function|role|title)`,
      ],
      example: 'Job title',
      unlike: 'Project title',
    },
    postal_address: {
      says: [
        '(postal |registered |business |street )?address( of the (company|organi[sz]ation))?|' +
          'registered office',
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
        '(chosen |selected |business |industr(y|ial) )?(sector|industry|category)( (chosen|selected|' +
          'of activity|applied for))?',
        '(chosen |selected )field|field of activity',
      ],
      example: 'Chosen sector',
      unlike: 'Section',
    },
    signature: {
      says: [
        '((date|place|stamp|name)( ?[,/&] ?| and ))*(authori[sz]ed )?signature( (and|&|' +
          `/) (company )?(stamp|date|name))?(${EN_OF}(applicant|${EN_LEADER}))?`,
        '(electronically )?signed( by)?',
      ],
      example: 'Signed by',
      unlike: 'Signing date',
    },
    place_and_date: { says: ['place (and|,|/) ?date'], example: 'Place and date', unlike: 'Date' },
  },
  de: {
    name: {
      says: [
        '(name|bezeichnung) (der|des|ihrer|ihres) (organisation|einrichtung|firma|gesellschaft|' +
          'vereins?|unternehmens?|bewerbers?|antragstellers?|tragers?)|firmen(name|bezeichnung)|' +
          'vereinsname|unternehmen|einrichtung',
      ],
      example: 'Name der Einrichtung',
      unlike: 'Name des Projekts',
    },
    legal_form: { says: ['rechtsform'], example: 'Rechtsform', unlike: 'Rechtsgrundlage' },
    representative: {
      says: [`(${DE_NAME}${DE_OF})?${DE_SIGNATORY}|vertreten durch`, `${DE_NAME}${DE_OF}${DE_LEADER}`],
      example: 'Gesetzlicher Vertreter',
      unlike: 'Vertrieb durch',
    },
    role: {
      says: [`(funktion|stellung|dienststellung|position|amt)(${DE_OF}${DE_LEADER}|${DE_WHERE})`],
      example: 'Stellung',
      unlike: 'Stellungnahme',
    },
    postal_address: {
      says: [`((post)?anschrift|postadresse|sitz)(${DE_OF}[a-z]{4,20})?`],
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
      says: [
        '((aus)?gewahlte[rs]? |gewunschte[rs]? )?(branche|sektor|wirtschaftszweig|fachbereich|sparte)',
        '((aus)?gewahlte[rs]?|gewunschte[rs]?) bereich',
      ],
      example: 'Gewählte Branche',
      unlike: 'Branchenbuch',
    },
    signature: {
      says: [
        '((ort|datum|stempel|firmenstempel|name)( ?[,/&] ?| und ))*(rechtsverbindliche |' +
          `rechtsgultige )?unterschrift( (und|/|&) (stempel|datum))?(${DE_OF}[a-z ]{3,30})?`,
        '(elektronisch )?(unterzeichnet|unterschrieben|gezeichnet) (von|durch)|gez\\.',
      ],
      example: 'Stempel und Unterschrift',
      unlike: 'Überschrift',
    },
    place_and_date: { says: ['ort ?(und|,|/) ?datum'], example: 'Ort und Datum', unlike: 'Ortsdaten' },
  },
  es: {
    name: {
      says: [
        'nombre (de la |del |de su )?(organizacion|entidad|empresa|asociacion|sociedad|solicitante|' +
          'candidato)|(razon|denominacion) social|empresa|entidad',
      ],
      example: 'Nombre de la entidad',
      unlike: 'Nombre del proyecto',
    },
    legal_form: { says: ['forma (juridica|social)'], example: 'Forma jurídica', unlike: 'Forma de pago' },
    representative: {
      says: [`(${ES_NAME}${ES_OF})?${ES_SIGNATORY}|representad[ao] por`, `${ES_NAME}${ES_OF}${ES_LEADER}`],
      example: 'Representada por',
      unlike: 'Presentada por',
    },
    role: {
      says: [
        `(cargo|puesto|funcion)( que ocupa|${ES_OF}${ES_LEADER})?|calidad${ES_OF}${ES_LEADER}|en calidad de`,
      ],
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
        '(sector(es)?|ambito|rama|categoria)( (elegid|escogid|seleccionad|industrial)[oa]?(es)?|' +
          ' de actividad| al que se [a-z]{4,12})?',
      ],
      example: 'Sector elegido',
      unlike: 'Sectorial',
    },
    signature: {
      says: [
        '((lugar|fecha|sello|nombre)( ?[,/&] ?| y ))*firma( (y|/|&) (sello|fecha))?( (del?|' +
          'de la) [a-z ]{3,30})?',
        'firmado (electronicamente )?por',
      ],
      example: 'Firma y sello',
      unlike: 'Firmamento',
    },
    place_and_date: { says: ['lugar (y|,|/) ?fecha'], example: 'Lugar y fecha', unlike: 'Fecha' },
  },
  nl: {
    name: {
      says: [
        'naam (van )?(de |het |uw )?(organisatie|onderneming|vereniging|bedrijf|instelling|aanvrager|' +
          'vennootschap)|(bedrijfs|organisatie)naam|onderneming|organisatie',
      ],
      example: 'Naam van de onderneming',
      unlike: 'Naam van het project',
    },
    legal_form: { says: ['rechtsvorm'], example: 'Rechtsvorm', unlike: 'Rechtsgebied' },
    representative: {
      says: [`(${NL_NAME} )?${NL_LEADER}|vertegenwoordigd door`],
      example: 'Wettelijk vertegenwoordiger',
      unlike: 'Vertegenwoordiging',
    },
    role: {
      says: [`(functie|hoedanigheid)( van (de )?${NL_LEADER}|${NL_WHERE})`],
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
        '((plaats|datum|stempel|naam)( ?[,/&] ?| en ))*handtekening( (en|/|&) (stempel|' +
          'datum))?( (van )?(de |het )?[a-z]{5,30})?',
        '(elektronisch )?(ondertekend|getekend) door',
      ],
      example: 'Handtekening en stempel',
      unlike: 'Tekening',
    },
    place_and_date: { says: ['plaats (en|,|/) ?datum'], example: 'Plaats en datum', unlike: 'Datum' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Label>>>>
