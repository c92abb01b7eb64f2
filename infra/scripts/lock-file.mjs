// @ts-check

/**
 * @typedef {Record<string, string>} Versions
 * @typedef {{ dependencies?: Versions, devDependencies?: Versions, optionalDependencies?: Versions }} Manifest
 * @typedef {{ packages: Record<string, Manifest & { resolved?: string, link?: boolean }> }} LockFile
 */

const KINDS = /** @type {const} */ (['dependencies', 'devDependencies', 'optionalDependencies']);
const EXACT = /^(\d+\.\d+\.\d+(-[\w.]+)?|\*)$/;

/**
 * What would make `npm ci` refuse, or install something else than was tested, found without the
 * network: manifests and lock that disagree, a version that is not exact, a platform package that
 * `npm install` dropped in silence, a download address.
 * @param {LockFile} lock
 * @param {Record<string, Manifest>} manifests by workspace folder, '' for the root
 * @returns {string[]} complaints
 */
export function lockFileComplaints(lock, manifests) {
  const ofManifests = Object.entries(manifests).flatMap(([folder, manifest]) =>
    KINDS.flatMap((kind) => [
      ...notExact(folder, manifest[kind] ?? {}),
      ...differing(`${folder || 'root'} ${kind}`, manifest[kind] ?? {}, lock.packages[folder]?.[kind] ?? {}),
    ]),
  );
  const addresses = Object.entries(lock.packages)
    .filter(([, { resolved, link }]) => resolved !== undefined && !link)
    .map(([path]) => `${path}: a download address is committed`);
  return [...ofManifests, ...droppedPlatforms(lock), ...addresses];
}

/**
 * @param {string} folder
 * @param {Versions} versions
 */
function notExact(folder, versions) {
  return Object.entries(versions)
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `${folder || 'root'}: ${name} "${version}" is not an exact version`);
}

/**
 * @param {string} where
 * @param {Versions} manifest
 * @param {Versions} locked
 */
function differing(where, manifest, locked) {
  const names = new Set([...Object.keys(manifest), ...Object.keys(locked)]);
  return [...names]
    .filter((name) => manifest[name] !== locked[name])
    .map((name) => `${where}: ${name} is ${manifest[name] ?? 'absent'}, in the lock ${locked[name] ?? 'absent'}`);
}

/** @param {LockFile} lock */
function droppedPlatforms(lock) {
  return Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(lock, path, name))
      .map((name) => `${path}: ${name} is missing from the lock file`),
  );
}

/**
 * Looked up as Node does: beside the package, then in each folder above.
 * @param {LockFile} lock
 * @param {string} path
 * @param {string} name
 */
function isLocked(lock, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    if (lock.packages[`${folder}${folder && '/'}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}
