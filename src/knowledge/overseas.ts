/** A part of France with a time of its own: its postcodes, its zone, and how people name both. */
export interface Overseas {
  readonly postcodes: string
  readonly zone: string
  readonly label: string
  /** Where who lives there has no longer delay for going to court (CJA R421-7). */
  readonly residence: string
}

/** Those with a court of their own. */
export const OVERSEAS: readonly Overseas[] = [
  { postcodes: '974', zone: 'Indian/Reunion', label: 'heure de La Réunion', residence: 'à La Réunion' },
  { postcodes: '976', zone: 'Indian/Mayotte', label: 'heure de Mayotte', residence: 'à Mayotte' },
  {
    postcodes: '972',
    zone: 'America/Martinique',
    label: 'heure de Martinique',
    residence: 'à la Martinique',
  },
  { postcodes: '971', zone: 'America/Guadeloupe', label: 'heure de Guadeloupe', residence: 'en Guadeloupe' },
  { postcodes: '973', zone: 'America/Cayenne', label: 'heure de Guyane', residence: 'en Guyane' },
  {
    postcodes: '988',
    zone: 'Pacific/Noumea',
    label: 'heure de Nouvelle-Calédonie',
    residence: 'en Nouvelle-Calédonie',
  },
  { postcodes: '987', zone: 'Pacific/Tahiti', label: 'heure de Tahiti', residence: 'en Polynésie française' },
]
