// Loads our modules that are needed later, within a time limit.

/** The time limit for the arrival of one of our files, in milliseconds. */
export const patience = 30_000;

/** Attempts that failed. A browser may remember for as long as a page is open that an address gave no module. */
let failures = 0;

/**
 * The module at an address. Each attempt after a failure has an address of its own.
 * @param {URL} address
 * @returns {Promise<any>}
 */
export async function importModule(address) {
  if (failures > 0) address.searchParams.set("attempt", String(failures));
  /** @type {Promise<never>} */
  const limit = new Promise((_, reject) => {
    setTimeout(() => reject(new DOMException(address.href, "TimeoutError")), patience);
  });
  try {
    return await Promise.race([import(address.href), limit]);
  } catch (cause) {
    failures += 1;
    throw cause;
  }
}
