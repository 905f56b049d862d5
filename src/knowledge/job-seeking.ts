import { wordList } from './entry.ts'

/**
 * Somebody looks for work. Speaks against a mail only where the call is none for work: its own words are left
 * out.
 */
export const JOB_SEEKING = wordList([
  {
    id: 'spontaneous',
    says: ['candidature spontanee'],
    example: 'Candidature spontanée',
    unlike: 'Une candidature commune',
  },
  {
    id: 'for-a-post',
    says: [
      "candidature (?:a|au|aux|pour|sur) (?:l'|le |la |un |votre |les )?(?:postes?|offres?|emplois?)",
      "candidate? (?:a|au|aux|pour|sur) (?:l'|le |la |un |votre |les )?(?:postes?|offres?|emplois?)",
      "(?:postule?r?|candidater) (?:a|au|aux|pour|sur) (?:l'|le |la )?(?:postes?|offres?|emplois?)",
      '(?:postule?r?|candidater) (?:a|au|aux|pour|sur) (?:un |votre |les )postes?',
      '(?:postule?r?|candidater) (?:a|au|aux|pour|sur) (?:un |votre |les )(?:offres?|emplois?)',
      "candidature (?:a|au|aux|pour|sur) (?:l'|le |la |un |votre |les )?missions? d'interim",
      "candidature (?:a|au|aux|pour|sur) (?:l'|le |la |un |votre |les )?(?:contrat|stages?)",
      "candidate? (?:a|au|aux|pour|sur) (?:l'|le |la |un |votre |les )?missions? d'interim",
      "(?:postule?r?|candidater) (?:a|au|aux|pour|sur) (?:l'|le |la )?missions? d'interim",
      "(?:postule?r?|candidater) (?:a|au|aux|pour|sur) (?:un |votre |les )missions? d'interim",
      "candidate? (?:a|au|aux|pour|sur) (?:l'|le |la |un |votre |les )?(?:contrat|stages?)",
      "(?:postule?r?|candidater) (?:a|au|aux|pour|sur) (?:l'|le |la )?(?:contrat|stages?)",
      '(?:postule?r?|candidater) (?:a|au|aux|pour|sur) (?:un |votre |les )(?:contrat|stages?)',
      "(?:postule|candidate) (?:a|au|pour|sur) (?:l'|votre |cette )?(?:offre|annonce|poste)",
    ],
    example: 'Je postule à l’offre d’animateur.',
    unlike: 'Je postule à votre appel.',
  },
  {
    id: 'looking-for-work',
    says: [
      "recherches? (?:activement )?(?:d'|de |un |une )?(?:emplois?|stages?|alternances?)",
      "(?:cherche|demande|offre)s? (?:activement )?(?:d'|de |un |une )?emplois?",
      "(?:cherche|demande|offre)s? (?:activement )?(?:d'|de |un |une )?(?:stages?|alternances?)",
      "proposes? (?:activement )?(?:d'|de |un |une )?(?:emplois?|stages?|alternances?)",
      "(?:proposition|recherchons)s? (?:activement )?(?:d'|de |un |une )?emplois?",
      "(?:proposition|recherchons)s? (?:activement )?(?:d'|de |un |une )?(?:stages?|alternances?)",
      "recherches? (?:activement )?(?:d'|de |un |une )?(?:apprentissage|job)",
      "(?:cherche|demande|offre)s? (?:activement )?(?:d'|de |un |une )?(?:apprentissage|job)",
      "recherches? (?:activement )?(?:d'|de |un |une )?(?:travail|stagiaires?)",
      "(?:cherche|demande|offre)s? (?:activement )?(?:d'|de |un |une )?(?:travail|stagiaires?)",
      "proposes? (?:activement )?(?:d'|de |un |une )?(?:apprentissage|job)",
      "(?:proposition|recherchons)s? (?:activement )?(?:d'|de |un |une )?(?:apprentissage|job)",
      "proposes? (?:activement )?(?:d'|de |un |une )?(?:travail|stagiaires?)",
      "(?:proposition|recherchons)s? (?:activement )?(?:d'|de |un |une )?(?:travail|stagiaires?)",
      '(?:stage|alternance|apprentissage|emploi) (?:de (?:troisieme|3e|fin))',
      '(?:stage|alternance|apprentissage|emploi) (?:de (?:licence|master|bts|seconde))',
      "(?:stage|alternance|apprentissage|emploi) (?:d'observation|saisonnier|d'ete)",
    ],
    example: 'Je recherche un stage.',
    unlike: 'Notre projet accueille des stagiaires.',
  },
  {
    id: 'curriculum',
    says: [
      '(?:mon|mes|ma|son|le|un) (?:cv|curriculum(?: vitae)?)(?: et (?:ma |la |une )?lettre)?',
      'cv et (?:ma |une )?lettre',
      '(?:cv|curriculum vitae) (?:joint|ci)\\w*',
      '(?:lettre|cv) de motivation',
    ],
    example: 'Ci-joint mon CV.',
    unlike: 'La motivation de notre équipe.',
  },
  {
    id: 'interview',
    says: [
      "entretien (?:d'embauche|de recrutement|professionnel)",
      "lors d'un entretien",
      'pretentions salariales',
      'embaucher',
    ],
    example: 'Je vous l’exposerai lors d’un entretien.',
    unlike: 'L’entretien des machines.',
  },
  {
    id: 'english',
    says: ['job (?:application|offer)', 'internship', 'resume attached'],
    example: 'Internship request',
    unlike: 'A good job was done.',
  },
])
