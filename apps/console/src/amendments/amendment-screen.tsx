/** One amendment: what it is, what it makes of each dossier, and the acts that are due. */
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { Amendment } from '@lien-thong/client';
import { Answered } from '../parts/answered.js';
import { Screen } from '../parts/screen.js';
import { has, useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { AmendmentDraft } from './amendment-draft.js';
import { AmendmentFacts } from './amendment-facts.js';
import { amendmentQuery } from './asked.js';
import { Counts } from './counts.js';
import { DossierTable } from './dossier-table.js';
import { RunActs } from './run-acts.js';
import { amendmentWords } from './words.js';

const route = getRouteApi('/frame/amendments/$amendment');

export function AmendmentScreen() {
  const words = useWords(amendmentWords);
  const me = useMe();
  const { amendment: id } = route.useParams();
  const { write } = route.useSearch();
  const question = useQuery({ ...amendmentQuery(id), enabled: has(me, 'admin') });
  const known = question.data?.amendment;
  return (
    <Screen title={known === undefined ? words.title : titleOf(known, words)} only="admin">
      <p className="no-print">
        <Link to="/amendments">{words.list}</Link>
      </p>
      <Answered question={question}>
        {(read) => (
          <>
            <AmendmentFacts amendment={read.amendment} />
            {write === 'edit' && isChangeable(read.amendment) ? (
              <AmendmentDraft saved={read} />
            ) : (
              <RunActs key={read.amendment.state} read={read} />
            )}
            <Counts amendment={read.amendment} />
            {read.amendment.counts.length > 0 && <DossierTable amendment={read.amendment} />}
          </>
        )}
      </Answered>
    </Screen>
  );
}

function titleOf({ procedure, fromVersions, toVersion }: Amendment, words: { one: typeof amendmentWords.vi.one }) {
  return words.one(procedure, fromVersions.join(', '), String(toVersion));
}

function isChangeable({ state }: Amendment): boolean {
  return state === 'draft' || state === 'looking' || state === 'looked';
}
