import type { MadeFile } from '../../../core/file/keep-file.ts'
import { keepFile } from '../../../core/file/keep-file.ts'
import { LINK_VALID } from '../../../core/file/stored-file.ts'
import { sayWhereFile } from '../../texts/files.ts'
import type { Answer, Spoken } from '../turn.ts'

/** Answers with a file that was made for the official. `paper` is its kind, `says` stands beside it. */
export async function answerWithFile(
  { tx, official, campaign }: Spoken,
  made: MadeFile,
  { paper, says }: { paper: string; says: string },
): Promise<Answer> {
  const file = await keepFile(tx, made, { official, paper })
  const until = tx.now.add(LINK_VALID)
  const office = campaign?.office.name ?? 'cơ quan phụ trách'
  return {
    what: `paper:${paper}`,
    file: {
      id: file.id,
      caption: says,
      instead: sayWhereFile(tx.voice.linkTo(file.id, until), { until, office }),
    },
  }
}
