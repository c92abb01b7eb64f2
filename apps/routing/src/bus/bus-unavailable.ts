/** The broker did not take a batch, or did not say so in time: what became of it is unknown, and the catch-up sends it again. */
export class BusUnavailable extends Error {
  override readonly name = 'BusUnavailable';
}

/** Nothing answers under the name of the stream: it is gone, or the broker is just reading its configuration again. */
export class NoStream extends BusUnavailable {}
