// Fetches the parts of the program, and remembers if one is gone from the server.

const timeLimit = 30_000; // milliseconds

/** Stays true once set: the page is then older than the version on the server. */
let replaced = false;

/** Fetches the file of a part. @param {URL} address */
export async function fetchPart(address) {
  const response = await fetch(address, {
    credentials: "same-origin",
    signal: AbortSignal.timeout(timeLimit),
  });
  // Names of parts contain a hash: a missing one belongs to a version that was replaced.
  if (response.status === 404 || response.status === 410) replaced = true;
  return response;
}

/** Returns `true` once a part was missing on the server. */
export const isReplaced = () => replaced;
