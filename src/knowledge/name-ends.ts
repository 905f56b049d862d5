/** Words behind which the name of a structure has ended, folded: what is said of it, or what it does. */
export const NAME_ENDS: ReadonlySet<string> = new Set(
  `sise sis situe situee domicilie domiciliee dont immatricule immatriculee enregistre enregistree
  inscrit inscrite represente representee preside presidee dirige dirigee gere geree souhaite souhaitent
  souhaitant manifeste manifestent manifestant declare declarant atteste attestant certifie certifiant
  confirme confirmant a ai est sont sera qui que ayant vous je nous se pour dans
  depuis base basee implante implantee siret siren rna rcs n veut veulent peut va vont doit vient dispose
  developpe realise commercialise produit concoit regroupe reunit assure exerce accompagne intervient
  travaille entend desire prevoit presente envisage projette repond a-t-elle n'est numero
  demeurant exercant employant fondee fonde creee cree candidate candidat propose proposent compte emploie
  fabrique exploite porte fait titulaire agissant dument ci-apres domiciliation tel telephone email
  courriel filiere votre notre decide`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/**
 * Small words that stand inside names, folded: « a » is « à » there, and a verb where it is written without
 * accent.
 */
export const NAME_JOINTS: ReadonlySet<string> = new Set(
  "de du des d' la le les l' et & en sur sous aux au a par the and of +".split(' '),
)
