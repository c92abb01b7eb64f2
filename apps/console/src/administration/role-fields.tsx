import blocks from '../parts/blocks.module.css';
import { useWords } from '../words/catalogue.js';
import { ROLES } from './asked.js';
import type { Role } from './asked.js';
import { administrationWords } from './words.js';

interface Properties {
  readonly roles: readonly Role[];
  readonly onChange: (roles: readonly Role[]) => void;
}

/** Roles, each with what it may do. At least one. */
export function RoleFields({ roles, onChange }: Properties) {
  const words = useWords(administrationWords);
  return (
    <fieldset className={blocks['explained']}>
      <legend>{words.roles}</legend>
      {ROLES.map((role) => (
        <label key={role}>
          <input
            type="checkbox"
            checked={roles.includes(role)}
            onChange={({ target }) =>
              onChange(ROLES.filter((each) => (each === role ? target.checked : roles.includes(each))))
            }
          />
          <span>{words.role[role]}</span>
          <small>{words.roleHelp[role]}</small>
        </label>
      ))}
    </fieldset>
  );
}
