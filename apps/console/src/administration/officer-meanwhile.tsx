/** Somebody else changed the officer: as he stands now, and the way on from there. */
import { useQuery } from '@tanstack/react-query';
import type { Officer } from '@lien-thong/client';
import blocks from '../parts/blocks.module.css';
import { Answered } from '../parts/answered.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import { officerQuery } from './asked.js';
import { Account } from './account.js';
import { administrationWords } from './words.js';

interface Properties {
  readonly agency: string;
  readonly officer: Officer;
  readonly onSeen: (revision: number) => void;
}

export function OfficerMeanwhile({ agency, officer, onSeen }: Properties) {
  const words = useWords(administrationWords);
  const say = useSay();
  const question = useQuery(officerQuery(agency, officer.id));
  return (
    <div className={blocks['caution']} role="alert">
      <p>{words.stale}</p>
      <Answered question={question}>
        {({ name, title, titleEn, active, account, revision }) => (
          <>
            <p>
              <strong>{name}</strong>, {say(title, titleEn)}, {active ? words.active : words.inactive}
            </p>
            <div>
              <Account account={account} />
            </div>
            <button type="button" onClick={() => onSeen(revision)}>
              {words.goOn}
            </button>
          </>
        )}
      </Answered>
    </div>
  );
}
