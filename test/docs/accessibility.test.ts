import { expect, it } from 'vitest'
import { accessibilityStatement, CONFORMITY } from '../../src/publication/accessibility.ts'
import { call } from '../the-call.ts'

it('the statement of accessibility says its state, whom to tell and where to go on, for each call once', () => {
  const other = { ...call, service: { ...call.service, name: 'Service culture', phone: '01 99 00 00 00' } }
  const text = accessibilityStatement('ces pages', [call, other, call])
    .flatMap(({ title, paragraphs }) => [title, ...paragraphs])
    .join('\n')
    .replace(/[\u00A0\u202F]/g, ' ')
  expect(text).toContain(call.authority.article)
  expect(text).toContain(CONFORMITY.split(' : ')[1]?.replace(/^n/, 'N'))
  expect(text.split(call.service.phone)).toHaveLength(2)
  expect(text).toContain(`${call.service.phone} ; Service culture, ${other.service.email}, 01 99 00 00 00.`)
  expect(text).toContain('Défenseur des droits')
})
