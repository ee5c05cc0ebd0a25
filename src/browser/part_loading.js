// How the parts of the program are fetched, and why one did not come.

const timeLimit = 30_000; // milliseconds

let replaced = false;

/** The file of a part. @param {URL} address */
export async function fetchPart(address) {
  replaced = false;
  const response = await fetch(address, {
    credentials: "same-origin",
    signal: AbortSignal.timeout(timeLimit),
  });
  // Names of parts hold a hash: one that is gone belongs to a version that was replaced.
  replaced = response.status === 404 || response.status === 410;
  return response;
}

/** Whether the last part is gone from the server. */
export const isReplaced = () => replaced;
