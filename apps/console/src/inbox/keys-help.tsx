import { useState } from 'react';
import { Dialog } from '../parts/dialog.js';
import { keysAreOn, switchKeys } from '../parts/use-keys.js';
import { useWords } from '../words/catalogue.js';
import style from './keys-help.module.css';
import { keyWords } from './key-words.js';

/** What each key does, and the switch that turns single keys off (WCAG 2.1.4). */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(keyWords);
  const [isOn, setOn] = useState(keysAreOn);
  return (
    <Dialog title={words.title} onClose={onClose}>
      <table className={style['keys']}>
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.key}</th>
            <th scope="col">{words.does}</th>
          </tr>
        </thead>
        <tbody>
          {words.keys.split('\n').map((line) => {
            const [key = '', does = ''] = line.split(' : ');
            return (
              <tr key={key}>
                <td>
                  <kbd>{key}</kbd>
                </td>
                <td>{does}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p>
        <label>
          <input
            type="checkbox"
            checked={isOn}
            onChange={({ target }) => {
              switchKeys(target.checked);
              setOn(target.checked);
            }}
          />{' '}
          {words.on}
        </label>
      </p>
      <p className="soft">{words.typing}</p>
    </Dialog>
  );
}
