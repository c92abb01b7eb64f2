/** What an officer signs in with: given, with other roles, withdrawn. The last two end open sessions. */
import { useMutation } from '@tanstack/react-query';
import type { Officer } from '@lien-thong/client';
import { useState } from 'react';
import { Dialog } from '../parts/dialog.js';
import { useTell } from '../parts/toast.js';
import { FaultOf } from '../parts/trouble.js';
import { service, troubleOf, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { lookAgain } from './asked.js';
import { GiveAccount } from './give-account.js';
import { OfficerMeanwhile } from './officer-meanwhile.js';
import { Account } from './account.js';
import { RoleFields } from './role-fields.js';
import { administrationWords } from './words.js';

interface Properties {
  readonly agency: string;
  readonly officer: Officer;
  readonly onClose: () => void;
}

export function AccountDialog({ agency, officer, onClose }: Properties) {
  const words = useWords(administrationWords);
  const { name, account } = officer;
  return (
    <Dialog title={words.accountOf(name)} onClose={onClose}>
      <div>
        <Account account={account} />
      </div>
      {account?.active === true ? (
        <Held {...{ agency, officer, onClose }} />
      ) : (
        <GiveAccount {...{ agency, officer, onClose }} />
      )}
    </Dialog>
  );
}

function Held({ agency, officer, onClose }: Properties) {
  const words = useWords(administrationWords);
  const [roles, setRoles] = useState(officer.account?.roles ?? []);
  const [sure, setSure] = useState(false);
  const [seen, setSeen] = useState(officer.revision);
  const done = useDone(onClose);
  const which = { id: agency, officer: officer.id, ifMatch: seen };
  const change = useMutation({
    mutationFn: () => valueFrom(service.changeRoles({ ...which, body: { roles } })),
    onSuccess: () => done(words.rolesChanged(officer.name)),
  });
  const withdraw = useMutation({
    mutationFn: () => valueFrom(service.withdrawAccount(which)),
    onSuccess: () => done(words.withdrawnDone(officer.name)),
  });
  const fault = change.error ?? withdraw.error;
  const stale = troubleOf(fault)?.status === 412;
  return (
    <>
      <RoleFields roles={roles} onChange={setRoles} />
      <p className="soft">{words.rolesEnd}</p>
      <button
        type="button"
        className="primary"
        disabled={change.isPending || stale || roles.length === 0}
        onClick={() => change.mutate()}
      >
        {words.changeRoles}
      </button>
      <fieldset>
        <legend>{words.withdraw}</legend>
        <p>{words.withdrawEnd}</p>
        <p>
          <label>
            <input type="checkbox" checked={sure} onChange={({ target }) => setSure(target.checked)} />{' '}
            {words.withdrawSure}
          </label>
        </p>
        <button
          type="button"
          className="danger"
          disabled={!sure || stale || withdraw.isPending}
          onClick={() => withdraw.mutate()}
        >
          {words.withdraw}
        </button>
      </fieldset>
      {stale ? (
        <OfficerMeanwhile
          {...{ agency, officer }}
          onSeen={(revision) => {
            setSeen(revision);
            change.reset();
            withdraw.reset();
          }}
        />
      ) : (
        fault !== null && <FaultOf fault={fault} />
      )}
    </>
  );
}

function useDone(onClose: () => void) {
  const tell = useTell();
  return async (text: string) => {
    tell(text);
    onClose();
    await lookAgain();
  };
}
