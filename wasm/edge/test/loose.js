/** What of an archive does not belong together: the trace that half a write would leave. */

/** Rows of every table that belong to no article, or that an article lacks: none, ever. @param {any} database */
export async function loose(database) {
  const counts = await database.prepare(`SELECT
    (SELECT count(*) FROM articles WHERE seq NOT IN (SELECT seq FROM contents)) AS bare,
    (SELECT count(*) FROM contents WHERE seq NOT IN (SELECT seq FROM articles)) AS contents,
    (SELECT count(*) FROM anchors WHERE seq NOT IN (SELECT seq FROM articles)) AS anchors,
    (SELECT count(*) FROM names WHERE seq NOT IN (SELECT seq FROM articles)) AS names,
    (SELECT count(*) FROM topics WHERE seq NOT IN (SELECT seq FROM articles)) AS topics,
    (SELECT count(*) FROM search WHERE rowid NOT IN (SELECT seq FROM articles)) AS search,
    (SELECT count(*) FROM contents c WHERE json_array_length(c.anchors) <> (SELECT count(*) FROM anchors a WHERE a.seq = c.seq AND a.hash IN (SELECT value FROM json_each(c.anchors)))) AS unanchored`).first()
  return Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== 0))
}
