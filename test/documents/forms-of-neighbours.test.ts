import { describe, expect, it } from 'vitest'
import { aReading, readFields, rolesOf } from './a-reading.ts'

/** A form in a language, and what a clerk notes of it; beside it one that asks for other things in the same words. */
const FORMS: Readonly<Record<string, string>> = {
  English: `Application form
Name of the organisation: Mill Ltd
Legal form: Ltd
Name of the legal representative: Ann Miller
Job title: Director
Registered address: 12 rue Haute, 97400 Saint-Denis
Telephone number: 0262 11 22 33
E-mail address: ann@mill.example
Date of signature: 12/11/2022`,
  German: `Bewerbungsformular
Name der Einrichtung: Mill Ltd
Rechtsform: Ltd
Gesetzliche Vertreterin: Ann Miller
Stellung: Director
Postanschrift: 12 rue Haute, 97400 Saint-Denis
Telefonnummer: 0262 11 22 33
E-Mail-Adresse: ann@mill.example
Datum: 12.11.2022`,
  Spanish: `Formulario de candidatura
Nombre de la entidad: Mill Ltd
Forma jurídica: Ltd
Nombre del representante legal: Ann Miller
Cargo: Director
Domicilio social: 12 rue Haute, 97400 Saint-Denis
Teléfono: 0262 11 22 33
Correo electrónico: ann@mill.example
Fecha: 12/11/2022`,
  Dutch: `Aanvraagformulier
Naam van de onderneming: Mill Ltd
Rechtsvorm: Ltd
Wettelijk vertegenwoordiger: Ann Miller
Functie: Director
Maatschappelijke zetel: 12 rue Haute, 97400 Saint-Denis
Telefoonnummer: 0262 11 22 33
E-mailadres: ann@mill.example
Datum van ondertekening: 12/11/2022`,
}

describe.each(Object.entries(FORMS))('a form in %s', (_, text) => {
  it('is a form, and says who applies, who speaks for them and how they are reached', () => {
    expect(rolesOf(aReading(text))).toEqual(['form'])
    expect(readFields(aReading(text))).toMatchObject({
      name: 'Mill Ltd',
      legal_form: 'Ltd',
      representative: 'Ann Miller',
      role: 'Director',
      postal_address: '12 rue Haute, 97400 Saint-Denis',
      phone: '+262262112233',
      email: 'ann@mill.example',
      date: '2022-11-12',
    })
  })

  it('left empty says nothing', () => {
    const empty = text.replaceAll(/: .*$/gm, ':')
    expect(readFields(aReading(empty))).toEqual({ sectors: '' })
  })
})

it('what sounds alike and asks for something else is no answer', () => {
  const other = `Projektformular
Name des Projekts: Mill
Rechtsgrundlage: Artikel 3
Kontonummer: 0262 11 22 33
Name of the project: Mill
Naam van het project: Mill
Nombre del proyecto: Mill`
  expect(readFields(aReading(other)).name).toBeUndefined()
  expect(readFields(aReading(other))['legal_form']).toBeUndefined()
})
