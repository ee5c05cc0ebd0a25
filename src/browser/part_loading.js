// Fetches the parts of the program, and remembers if one is gone from the server.

const timeLimit = 30_000; // milliseconds

/** Stays true: from then on the page is older than what the server has. */
let replaced = false;

/** The file of a part. @param {URL} address */
export async function fetchPart(address) {
  const response = await fetch(address, {
    credentials: "same-origin",
    signal: AbortSignal.timeout(timeLimit),
  });
  // Names of parts hold a hash: one that is gone belongs to a version that was replaced.
  if (response.status === 404 || response.status === 410) replaced = true;
  return response;
}

/** Returns true once a part was gone from the server. */
export const isReplaced = () => replaced;
