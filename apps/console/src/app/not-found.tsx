import { useWords } from '../words/catalogue.js';
import { frameWords } from './words.js';

export function NotFound() {
  const words = useWords(frameWords);
  return (
    <main>
      <h1>{words.notFound}</h1>
      <p>
        <a href="/">{words.home}</a>
      </p>
    </main>
  );
}
