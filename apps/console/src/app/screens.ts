/** The screens of the rail, and who uses each. The service decides; the page only does not offer what it would refuse. */
import type { Role } from '../service/session.js';

export const SCREENS = [
  { name: 'inbox', to: '/inbox', roles: ['clerk'] },
  { name: 'supervision', to: '/supervision', roles: ['supervisor', 'clerk', 'auditor'] },
  { name: 'dossiers', to: '/dossiers', roles: ['clerk', 'supervisor', 'auditor'] },
  { name: 'procedures', to: '/procedures', roles: ['clerk', 'supervisor', 'admin', 'auditor'] },
  { name: 'directory', to: '/directory', roles: ['clerk', 'supervisor', 'admin', 'auditor'] },
  { name: 'reports', to: '/reports', roles: ['clerk', 'supervisor', 'auditor'] },
] as const satisfies readonly { name: string; to: string; roles: readonly Role[] }[];

/** Where somebody with these roles begins. */
export function homeOf(roles: readonly Role[]): '/inbox' | '/supervision' | '/procedures' {
  if (roles.includes('supervisor') && !roles.includes('clerk')) return '/supervision';
  if (roles.includes('clerk')) return '/inbox';
  return roles.includes('auditor') ? '/supervision' : '/procedures';
}
