/**
 * Keeps the shell of the console on the machine, so that the page opens on a bad line or none. It never keeps an answer
 * of the service: those hold persons, and several officers share a machine.
 */
const CACHE = `shell-${'__VERSION__'}`;
const FILES = ['__FILES__'];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

/** A page takes the new shell when it says so: never in the middle of a form. */
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
});

const SERVICE = /^\/(v1|auth|demo|docs|health|metrics|track)(\/|$)/;

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || SERVICE.test(url.pathname)) return;
  // Every screen is the same page.
  const wanted = request.mode === 'navigate' ? '/' : request;
  event.respondWith(
    caches
      .open(CACHE)
      .then((cache) => cache.match(wanted))
      .then((kept) => kept ?? fetch(request)),
  );
});
