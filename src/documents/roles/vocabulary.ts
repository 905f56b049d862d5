/** Words by idea, folded: how many ideas of a kind a text touches tells what it is about. */
export const PRESENTATION_IDEAS: readonly RegExp[] = [
  /\b(historique|(a ete )?(creee?|fondee?|constituee?) (en|par|le)|depuis (sa creation|\d{4}|plus de|\d+ ans)|ne(e)? en \d{4}|fondat(eur|rice)s?|annees? d'existence)\b/,
  /\b(effectifs?|salarie(e)?s|collaborateurs|employe(e)?s|etp|personnes employees|emploie|emplois? permanents?)\b/,
  /\b(chiffre d'affaires?|ca (annuel|de|20\d\d)|resultat net|capital (social )?de)\b/,
  /\b(activites?|metiers?|specialise(e)?s?|coeur de metier|domaines? d'(activite|intervention))\b/,
  /\b(clients?|clientele|references|marches?|donneurs d'ordres?)\b/,
  /\b(equipe|direction|organigramme|gouvernance|conseil d'administration|dirigeants?|dirigee? par)\b/,
  /\b(savoir-faire|expertises?|competences|certifi(cations?|e(e)?s?)|iso \d|label(s|lise)?)\b/,
  /\b(moyens (humains|materiels|techniques|financiers)|ateliers?|usine|site de production|locaux|machines|parc|entrepots?|flotte)\b/,
  /\b(produits?|services|gamme|prestations?|fabrication|fabrique|production|concoit|commercialise|transforme|exploite)\b/,
  /\b(adherents?|membres|benevoles|associes|societaires|filiale|groupe)\b/,
  /\b(implante(e)?s?|basee? a|installee? (a|au|sur|depuis)|siege( social)?|situee? a)\b/,
  /\b(missions?|valeurs|objet social|raison d'etre|vocation)\b/,
  /\b(notre|la|l') ?(entreprise|societe|structure|association|cooperative|organisme|groupement|scop|scic)\b/,
]

export const PROJECT_IDEAS: readonly RegExp[] = [
  /\bprojets?\b/,
  /\bactions?\b/,
  /\b(objectifs?|ambitions?|finalites?|vise a|a pour but)\b/,
  /\b(calendrier|planning|echeancier|phases?|etapes?|trimestre|semestre|d'ici (a |fin )?20\d\d|duree du projet|mois \d)\b/,
  /\b(budget|couts?|plan de financement|financements?|investissements?|subvention|montant|euros|k€|m€)\b|€/,
  /\b(partenaires?|partenariats?|cofinance(ur|ment)s?|en lien avec)\b/,
  /\b(resultats? attendus?|impacts?|retombees|indicateurs?|emplois? (crees?|a creer)|creation d'emplois?|livrables?|benefices)\b/,
  /\b(mise en (oeuvre|place)|mettre en (oeuvre|place)|deploiement|deployer|realisation|lancement|developper|creation d'une?|installer|construire|mutualis)/,
  /\b(enjeux|problematiques?|besoins?|diagnostic|constats?|contexte)\b/,
  /\b(animation|animer|federer|sensibilis|formations?|ateliers|rencontres|accompagner|reseau)/,
  /\b(innovation|innovante?s?|experimentation|prototype|pilote|recherche et developpement|r&d|industrialis)/,
  /\b(nous (proposons|souhaitons|voulons|envisageons|prevoyons)|l'association souhaite|la societe souhaite|porter)\b/,
]

/** A sentence that says what somebody means to do. */
export const PROJECT_STATED =
  /\b((notre|mon|ce) projet,? (consiste|consistera|vise|est (de|d')|porte sur|a pour|prevoit|concerne|permettra)|(nous (souhaitons|voulons|projetons|envisageons|prevoyons)|je (souhaite|veux|projette|envisage|prevois)) (de )?(creer|installer|developper|construire|mettre en|realiser|lancer|ouvrir|produire|deployer|mutualiser)|(a pour|avons pour|ai pour) projet (de|d'))/

/** « Projet : une place de marché pour les artisans »: a line that people type in a mail. */
export const PROJECT_TYPED = /\bprojet ?: ?[^\s:]+( [^\s:]+){2}/

/** A sentence that says who somebody is. */
export const PRESENTATION_STATED =
  /\b((nous|je) (sommes|suis) (un|une|l'|la|specialise)|j'exploite |nous exploitons |(creee?|fondee?|existe|depuis) (en )?(19|20)\d\d\b|qui sommes[- ]nous|activites? ?: ?[^\s:]+ [^\s:]+|(\d+|(comp|emplo|reun|rassembl|regroup)\w+ [^.]{0,30}) ?(salarie|adherent|employe|collaborateur|membre|benevole)(e?s)?\b)/

/** Titles, at the head of a document or of one of its parts. */
export const PRESENTATION_TITLES =
  /^\W*(?:\d+\W*)?(presentation (generale |synthetique |succincte )?(de |du )?(la |l'|notre |votre )?(structure|entreprise|societe|association|organisme|cooperative|candidat|groupement|groupe|scop|scic|sas|sarl|activite|equipe)|qui sommes[- ]nous|notre (entreprise|societe|association|structure|histoire|equipe|metier)|nos (metiers|activites|valeurs|savoir-faire)|plaquette( de presentation)?|(l')?(entreprise|association|societe)$|historique( de .*)?$|profil de|rapport (d'activites?|moral)|fiche (d'identite|entreprise|de presentation)|dossier de presentation|portrait|la structure$)/
export const PROJECT_TITLES =
  /^\W*(?:\d+\W*)?(presentation (generale |synthetique |succincte )?(du |de notre |des |de nos )(projets?|actions?)|(le |notre |fiche |description du |descriptif du |resume du |intitule du |objectifs du |note de |memo |dossier )?projets?\b(?! de (loi|contrat))|(les |nos |programme d'|plan d'|propositions? d')?actions?( proposees| envisagees| a mener| portees|s)?\b|note (d'intention|de projet|projet|technique|methodologique)|programme (d'actions?|previsionnel)|plan d'actions?|feuille de route|calendrier (previsionnel|de realisation)|budget previsionnel|ce que nous (proposons|voulons|souhaitons))/

/** A heading of a presentation that stands alone: without a colon it is not a label. */
export const MEANS_TITLES = /^\W*(moyens (humains|materiels)|effectifs?|chiffres? cles?|references)\W*$/

export const LETTER_SIGNS: readonly (readonly [RegExp, number])[] = [
  [/\b(je|nous),? soussigne/, 0.5],
  [/\blettre (de )?(manifestation d'interet|candidature|d'intention|d'engagement|de motivation)\b/, 0.35],
  [
    /\b(manifest(e|ons|ent|er)( par la presente)?( formellement| officiellement)?|exprim(e|ons|er)|temoign(e|ons)|confirm(e|ons)|fai(s|sons) part de)( de)? (par la presente )?(son|notre|mon|l'|leur|votre)? ?interet\b/,
    0.4,
  ],
  [/\b(manifestation d'interet|manifester (son|notre|mon|leur) interet)\b/, 0.15],
  [
    /\b(candidat(er|ons|ez)|porte(r|s|nt|ons)? (candidate?s?|candidature|(ma|notre|sa) candidature)|(present|depos|soumet|adress|transmet)\w* (ma|notre|sa|la|leur|une) candidature|(ma|notre|sa) candidature)\b/,
    0.3,
  ],
  [
    /\b(veuillez agreer|je vous prie d'agreer|nous vous prions d'agreer|prions de (croire|recevoir)|salutations (distinguees|respectueuses)|consideration distinguee|expression de (nos|mes))\b/,
    0.2,
  ],
  [/\b(madame|monsieur|messieurs)\b.{0,40},/, 0.05],
  [/\bobjet ?:.{0,40}(candidature|manifestation|ami\b)/, 0.2],
  [/\b(avons|ai|a) l'honneur\b/, 0.15],
  [/\brepresentee? par\b/, 0.2],
  [/\bcordialement\b/, 0.1],
  [/\bpar la presente\b/, 0.1],
  [
    /\b(souhait|desir|voul)\w* (rejoindre|integrer|participer (a|au)|prendre part (a|au)|contribuer (a|au)|s'inscrire dans)\b/,
    0.2,
  ],
]
