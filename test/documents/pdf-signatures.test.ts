import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { signedFields } from '../../src/adapters/readers/pdf-signed-fields.ts'
import { CORPUS } from './corpus/measure.ts'

it('tells a signature that holds from one that is only there, and from one of a file changed since', async () => {
  const signed = readFileSync(`${CORPUS}champs-signes.pdf`)
  expect([...(await signedFields(signed)).values()]).toEqual([true])
  const changed = Buffer.from(signed)
  changed.write('2', 5)
  expect([...(await signedFields(changed)).values()]).toEqual([false])
  const longer = Buffer.concat([signed, Buffer.from('% added\n')])
  expect([...(await signedFields(longer)).values()]).toEqual([false])
  const hollow = readFileSync(`${CORPUS}champs-signature-fausse.pdf`)
  expect([...(await signedFields(hollow)).values()]).toEqual([false])
})
