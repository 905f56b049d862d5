/** Why nothing could be checked, said after « Impossible de vérifier : » and never as if the receipt were false. */
const AGAIN = 'Ouvrez le courriel d’origine, sélectionnez tout son texte, copiez-le et collez-le de nouveau.'
const WHICH_KEY =
  'La clé de l’autorité commence par « BEGIN PUBLIC KEY » et se termine par « END PUBLIC KEY ».'

export const REASONS = {
  nothing: [
    'rien n’a encore été collé',
    'Collez le texte de l’accusé de réception, ou choisissez le courriel enregistré.',
  ],
  none: [
    'aucun reçu trouvé dans ce texte',
    `Le reçu est le bloc qui commence par « BEGIN RECEPISSE », à la fin de l’accusé de réception. ${AGAIN}`,
  ],
  cut: ['le reçu a été coupé', `Il manque le début ou la fin du bloc « RECEPISSE ». ${AGAIN}`],
  damaged: [
    'le reçu a été abîmé en le copiant',
    `Des caractères du bloc « RECEPISSE » manquent ou ont changé : cela ne dit rien de l’accusé lui-même. ${AGAIN}`,
  ],
  newer: [
    'ce reçu est plus récent que cette page',
    'Il est d’une forme que cette page ne connaît pas. Demandez au service chargé du dossier la page à jour.',
  ],
  several: [
    'ce texte contient plusieurs reçus',
    'Ne collez que l’accusé de réception à vérifier, sans les messages cités.',
  ],
  noKey: ['il manque la clé publique de l’autorité', `Collez-la, ou choisissez son fichier. ${WHICH_KEY}`],
  private: [
    'cette clé est une clé privée',
    `Ne la collez nulle part et prévenez la personne qui vous l’a donnée : elle doit rester secrète. ${WHICH_KEY}`,
  ],
  certificate: ['ceci est un certificat, non la clé publique', WHICH_KEY],
  receipt: ['le reçu a été collé à la place de la clé', WHICH_KEY],
  other: [
    'cette clé n’est pas de la sorte qui signe les reçus',
    `Les reçus sont signés avec une clé Ed25519. ${WHICH_KEY}`,
  ],
  damagedKey: [
    'la clé a été mal copiée',
    `Ce texte n’est pas une clé publique entière. Copiez-la de nouveau. ${WHICH_KEY}`,
  ],
  insecure: [
    'la page est ouverte sans connexion sûre',
    'Le navigateur refuse alors de vérifier une signature. Ouvrez l’adresse en « https », ou enregistrez la page sur votre appareil et ouvrez-la.',
  ],
  browser: [
    'ce navigateur ne sait pas vérifier ce genre de signature',
    'Votre reçu n’est pas en cause. Mettez à jour votre téléphone ou votre navigateur (Safari 17, Chrome ou Edge 137, Firefox 130, ou plus récent), ou ouvrez cette page sur un autre appareil.',
  ],
  trouble: [
    'la vérification s’est interrompue',
    'Ce navigateur a rencontré une difficulté. Rechargez la page, ou essayez un autre appareil.',
  ],
}
