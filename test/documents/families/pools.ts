/** Invented structures: no word of one is in another, so that the two parts share none. */
export const NAMES: readonly string[] =
  'Fonderie Belledonne | Pastoureau et Filles | Tuilerie des Marnes | Chanvre et Lin | Verrerie Sainte-Claire | Les Ruchers du Vexin | Imprimerie Corbière | Savonnerie Mirabeau | Biscuiterie Ker Avel | Scierie Grandval | Toit et Charpente | Énergie Bocage | Mécanique Rhénane | Brasserie Tête d’Or | Le Comptoir des Épices | Kaz a Soley | Distillerie Beauséjour | Pépinière Macouba | Tissage Kwaxé | Ylang Export | Bambou Habitat | Nickel Outillage | Coprah Plus | Meunerie Feuillien | Filature Ourthe | Chocolaterie Rogier | Horlogerie Jurane | Fromagerie Gruyérienne | Menuiserie Lémanique | Cartonnage Sambre | Tannerie Valserine | Câblerie Nivernaise | Papeterie Vologne | Laboratoire Iroise | Conserverie Océane | Sellerie Camargue | Robotique Alpha | Minoterie Durance | Vannerie Cholet | Graines Partagées'.split(
    ' | ',
  )

/** Invented people, first name and last name. */
export const PEOPLE: readonly string[] =
  'Maëlle Le Bihan | Karim Haddad | Rosette Saint-Aimé | Loïc Kervella | Anne-Sophie Vermeulen | Urs Zbinden | Chantal Wamytan | Teva Tuheiava | Fatima Abdou | Yvon Destouches | Inès Carvalho | Gilles Rambert | Noémie Castagnet | Thierry Lacombe | Sandrine Poirier | Hervé Mézières | Aurore Delvaux | Bastien Crozet | Delphine Morvan | Étienne Vasseur | Mireille Zéphirin | Cédric Bonnafous | Léa Schneider | Octave Pelletan | Priscille Guyomard | Romuald Tessier | Solange Aubert | Ugo Ferrand | Valérie Nkomo | Xavier Quéméner | Zita Lambrecht | Prosper Ducasse'.split(
    ' | ',
  )

export const ROLES: readonly string[] =
  'Gérante | Président | Directrice générale | Trésorier | Présidente du conseil d’administration | Directeur | Administratrice déléguée | Co-gérant | Secrétaire générale | Présidente-directrice générale | Cheffe d’entreprise | Vice-président'.split(
    ' | ',
  )

/** Ways, to be numbered. */
export const WAYS: readonly string[] =
  'rue des Forges | avenue Jean-Jaurès | chemin du Moulin | impasse des Lilas | boulevard Carnot | place du Marché | quai des Chartrons | route de la Plage | allée des Cerisiers | rue Victor-Hugo | sentier des Crêtes | cours Vauban | rue de la Poste | avenue Pasteur | chemin Vert | square Lamartine | rue du Général-Leclerc | montée Saint-Roch | rue Haute | passage du Nord | avenue de l’Europe | rue Neuve | chemin des Dames | boulevard Gambetta'.split(
    ' | ',
  )

/** Wordings of letters: who writes, and what they want. `{}` stand for what an applicant is. */
export const OPENINGS: readonly string[] = [
  'Je soussigné(e) {person}, agissant en qualité de {role} de {name}, dont le siège est situé {address}, manifeste par la présente l’intérêt de notre structure pour la filière {sector}.',
  'Par la présente, {name}, représentée par {person}, {role}, sise {address}, souhaite faire acte de candidature dans la filière {sector}.',
  'La {form} {name}, dont le siège social est situé {address}, représentée par {person}, {role}, se porte candidate au titre de la filière {sector}.',
  'En ma qualité de {role} de {name}, établie {address}, je vous fais part de notre intérêt pour la filière {sector}.',
  'Nous soussignés, {name}, {form}, ayant son siège {address}, représentés par {person}, {role}, déclarons notre intérêt pour la filière {sector}.',
  'Je, {person}, {role} de {name} ({form}, {address}), vous adresse notre candidature pour la filière {sector}.',
]

export const BODIES: readonly string[] = [
  'Notre équipe travaille depuis douze ans avec les ateliers du territoire, et nous pensons que la mise en commun des moyens de production est la condition d’un développement durable de nos métiers.',
  'Depuis sa création, notre maison forme des apprentis et investit chaque année dans de nouveaux outils ; nous voulons aujourd’hui partager cette expérience avec les autres candidats de votre démarche.',
  'Nous avons réuni cet automne quatre partenaires locaux autour d’une même ambition, et leur soutien nous permet de présenter un programme réaliste dont le détail figure dans les annexes jointes.',
  'La conjoncture des deux dernières années nous a conduits à revoir notre organisation ; votre appel arrive au bon moment pour donner à ce travail une dimension collective que nous ne pourrions atteindre seuls.',
]

export const CLOSINGS: readonly string[] = [
  'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
  'Restant à votre disposition, nous vous prions de croire à nos sentiments les meilleurs.',
  'Dans l’attente de votre réponse, veuillez recevoir nos salutations respectueuses.',
  'Bien cordialement,',
]
