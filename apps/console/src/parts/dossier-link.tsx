import { Link } from '@tanstack/react-router';

/** A dossier by its code, as the way to it. */
export function DossierLink({ code }: { readonly code: string }) {
  return (
    <Link to="/dossiers/$code" params={{ code }} className="code">
      {code}
    </Link>
  );
}
