/** Small words that are frequent in one language and rare in the others, folded. */
export const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: words(
    'le la les des du et est une dans pour nous notre votre avec sur que qui par au aux sont ce cette',
  ),
  en: words('the of and is are our with for this that from by at we has have was were its which will be'),
  es: words('el los las del y es una para por con nuestra nuestro que se su como esta son mas tambien'),
  de: words('der die das und ist ein eine mit fur von den dem wir unser unsere auf nicht werden sich zu'),
  nl: words('het een van en is wij onze met voor op niet zijn worden deze dat ook bij aan door'),
  it: words('il lo gli della del e una per con nostra nostro che si sono questa anche nel alla'),
  pt: words('o os as do da dos e uma para com nossa nosso que se sao esta tambem pelo na no'),
}

/** What a mail of a few words says in one language: its greeting, what it brings, its close; folded. */
export const MAIL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: words('bonjour madame monsieur veuillez trouver joint jointe joints ci cordialement salutations merci'),
  en: words('dear sir madam please find attached enclosed kind best regards sincerely thank you application'),
  es: words(
    'estimado estimada estimados adjunto adjunta saludos cordial cordiales atentamente gracias candidatura',
  ),
  de: words('sehr geehrte geehrter damen herren anbei beigefugt freundlichen grussen mfg bewerbung danke'),
  nl: words('geachte mevrouw heer bijgevoegd bijlage vriendelijke groet groeten aanvraag dank hierbij'),
  it: words('gentile gentili signora signore allegato allegata cordiali distinti saluti grazie domanda'),
  pt: words('prezado prezada senhora senhor anexo cumprimentos atenciosamente obrigado obrigada candidatura'),
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}
