// The address that links to a result lead to.

/** Parameters by which newsletters and advertisers know a reader again. */
const TRACKING =
  /^(utm_|mc_|hsa?_|_hs|mkt_|pk_|mtm_|matomo_|piwik_|vero_|oly_|trk_|sfmc_|bsft_)|clid$|^(gbraid|wbraid|igshid?|fb_ref|ck_subscriber_id|ml_subscriber(_hash)?|subscriber_?id|s_cid|elqtrackid|dm_i|epik|_ke|__s|_bta_tid)$/i;

/**
 * The address of this page without what tells one reader from another. Our own page is named without its query; another
 * by its canonical address on the same site, or without the parameters known for tracking.
 * @param {string} ours The address of our own page.
 */
export function pageAddress(ours) {
  const page = new URL(location.href);
  page.hash = "";
  if (page.origin + page.pathname === ours) return ours;
  /** @type {HTMLLinkElement | null} */
  const canonical = document.querySelector("link[rel=canonical]");
  if (canonical?.href.startsWith(`${page.origin}/`)) return canonical.href.split("#")[0];
  for (const name of [...page.searchParams.keys()])
    if (TRACKING.test(name)) page.searchParams.delete(name);
  return page.href;
}
