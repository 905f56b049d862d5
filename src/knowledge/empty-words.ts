/** Words that tell nothing apart, folded: each list is read where texts or names are compared. */
const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/**
 * Words of titles of calls, whosever they are: they tell no call from another. Shorter ones are not compared.
 */
export const OF_ANY_CALL = words(
  `appel appels manifestation manifestations interet candidature candidatures projet projets choix pour
  dossier lettre formulaire demande edition annee avec dans notre votre leur vers entre poste recrutement
  programme dispositif soutien aide fonds concours`,
)

/** « AMI Territoires industrie » names Territoires d'industrie: people leave out articles and elisions. */
export const LEFT_OUT = words('d l de du des la le les a au aux')

/** Legal forms and small words: they tell no structure from another. */
export const OF_ANY_STRUCTURE = words(
  `sas sasu sarl eurl sa scop scic gie gip snc association asso societe ste ets
  la le les l de du des et d`,
)
