/** Sentences of the letters of the fourth part: `[a|b]` by the gender of the person, `<a|b>` by that of the structure. */
export const FOURTH_OPENINGS: readonly string[] = [
  'Par la présente, je vous informe que {the}, que je dirige en qualité {deRole}, souhaite se porter <candidat|candidate> dans la filière {sector}. Son siège est établi {at}.',
  '{The} a le plaisir de vous présenter sa candidature à la filière {sector}. Elle a son siège {at} et elle est dirigée par {civ} {person}, {role}.',
  'Je vous écris en tant que {role} {of} pour vous confirmer notre souhait de rejoindre la filière {sectorOf}. Nos bureaux sont situés {at}.',
  'En réponse à votre appel, {the}, <domicilié|domiciliée> {at} et <représenté|représentée> par {sonRole}, {civ} {person}, présente sa candidature au titre de la filière {sector}.',
  'Je [soussigné|soussignée], {person}, {role}, dûment [habilité|habilitée] à représenter {the}, sollicite la prise en compte de notre candidature pour la filière {sector}.',
  'Nous, {the}, dont l’adresse est {address}, souhaitons participer à la démarche dans la filière {sector}. Cette demande est portée par {person}, {role}.',
  'Le présent courrier vaut lettre d’intention {of} ({form}), {address}, pour la filière {sectorOf}. {civ} {person}, {role}, en est [le signataire|la signataire].',
  'Ayant pris connaissance de votre appel, je me permets, en ma qualité {deRole} {of}, de vous adresser notre dossier pour la filière {sector}.',
  'L’équipe {of} a décidé de répondre à votre appel pour la filière {sector}. Je la représente comme {role}.',
  '{person}, {role} {of}, a l’honneur de solliciter votre bienveillance pour la candidature qui suit, déposée dans la filière {sector}. Siège : {address}.',
  'Depuis dix ans, {the} travaille sur ces questions, et c’est donc naturellement que nous répondons à votre appel pour la filière {sectorOf}. Notre {role}, {civ} {person}, sera votre interlocuteur.',
  'Pour le compte {of}, dont le siège social se situe {at}, je vous remets notre lettre de manifestation d’intérêt pour la filière {sector}.',
  'Veuillez prendre note de l’intérêt que {the} porte à la filière {sector}. Pour valoir ce que de droit, {person}, {role}.',
  'Les membres du bureau m’ont [chargé|chargée], moi {person}, {role}, de vous transmettre la candidature {of} pour la filière {sector}.',
]

export const FOURTH_BODIES: readonly string[] = [
  'Notre atelier emploie dix-huit personnes, dont quatre en contrat de professionnalisation. Madame Roussel, notre comptable, pourra vous fournir les liasses des deux derniers exercices.',
  'Nous voulons mutualiser une chaîne de tri avec trois entreprises voisines. La commune de résidence de nos salariés soutient ce projet, et la Région nous a accordé une aide en 2020.',
  'Le terrain, d’une surface de 2 400 m², est disponible depuis mars. Un permis de construire a été déposé et les premiers devis ont été demandés à la société Constructions Modernes.',
  'Nous joignons à ce courrier le formulaire, les statuts signés, le budget prévisionnel et la liste de nos dirigeants. Ces documents peuvent aussi être remis en main propre.',
  'Nos clients se trouvent pour un tiers à l’export. L’appui de votre collectivité nous permettrait de créer six emplois d’ici à la fin de l’année 2024.',
]

export const FOURTH_CLOSINGS: readonly string[] = [
  'Je vous prie de croire, Madame, Monsieur, à l’assurance de mes sentiments distingués.',
  'Dans l’espoir d’une suite favorable, je vous prie d’agréer l’expression de ma haute considération.',
  'Avec nos meilleures salutations.',
  'Nous restons joignables pour toute précision et vous adressons nos salutations les meilleures.',
  'Sincères salutations,',
]

export const FOURTH_ADDRESSEES: readonly (readonly string[])[] = [
  ['CIREST', 'À l’attention de Mme Dayal', '28 rue des Tamarins', '97470 Saint-Benoît'],
  [
    'Communauté intercommunale Réunion Est',
    'Monsieur le Président',
    '28 rue des Tamarins',
    '97470 SAINT-BENOIT',
  ],
  ['Monsieur le Président', 'CIREST', '28, rue des Tamarins', 'BP 124', '97470 Saint-Benoît'],
]

export const FOURTH_SUBJECTS: readonly string[] = [
  'Objet : lettre de candidature – appel à manifestation d’intérêt, choix du polynôme industriel',
  'Objet : réponse à l’AMI Territoires d’industrie',
  'OBJET : DÉCLARATION D’INTENTION - TERRITOIRES D’INDUSTRIE',
  'Réf. : appel à manifestation d’intérêt – Territoires d’industrie',
]

export const FOURTH_GREETINGS: readonly string[] = [
  'Madame, Monsieur,',
  'Monsieur le Président,',
  'Madame Dayal,',
  'Mesdames et Messieurs,',
  'Chère Madame, cher Monsieur,',
]

export const FOURTH_DATED: readonly string[] = [
  '{town}, le {date}',
  'Fait à {town}, le {date}',
  'Fait le {date} à {town}',
  'À {town}, le {date}',
  'Le {date}',
]

/** What stands at the head of a letter; `{known}` is its number behind its label. */
export const FOURTH_HEADS: readonly (readonly string[])[] = [
  ['{name}', '{form}', '{street}', '{fullTown}', '{phone}', '{email}', '{known}'],
  ['{name}', '{address}', 'Tél : {phone} - Courriel : {email}', '{form} - {known}'],
  [
    '{person}',
    '{Role}',
    '{name} ({form})',
    '{street}',
    '{fullTown}',
    'Tél. : {phone}',
    'Mél : {email}',
    '{known}',
  ],
  ['{name}, {form}', '{street} – {fullTown}', '☎ {phone} – ✉ {email}', '{known}'],
]

export const FOURTH_FEET: readonly (readonly string[])[] = [
  ['{name}', '{form}', 'Siège : {address}', 'Tél. : {phone}', 'Courriel : {email}', '{known}'],
  ['{name} - {form}', '{address}', '{phone}', '{email}', '{known}'],
  ['{address}', '{phone}', '{email}', '{known}', '{form}'],
]

export const FOURTH_SIGNINGS: readonly (readonly string[])[] = [
  ['{person}', '{Role}'],
  ['{LeRole},', '', '{person}'],
  ['Pour {the},', '{person}, {role}'],
  ['{civ} {person}', '{Role}'],
  ['{Role}', '{person}'],
  ['P/O {the}', '{LeRole}', '{person}'],
]
