-- Ten questions that researchers ask first, in SQL that SQLite, DuckDB and PostgreSQL understand alike.
-- Make a database with: summitry export --to sqlite   (or duckdb, or postgresql://…)
-- Each query has a name; the tests run them all in the three databases and compare the answers with those of pandas.

-- name: who_met_whom
-- Pairs of people at the same summit, and how often they met.
SELECT one.leader_id AS leader_id, other.leader_id AS met_leader_id, COUNT(*) AS meetings
FROM attendance AS one
JOIN attendance AS other ON other.summit_id = one.summit_id AND other.leader_id > one.leader_id
GROUP BY one.leader_id, other.leader_id
ORDER BY one.leader_id, other.leader_id;

-- name: value_by_country_and_sector
-- What agreements are worth, by party, sector and currency. An agreement counts in full for each of its parties and sectors,
-- so the sums of countries or sectors must not be added up.
SELECT party.place_id, about.sector, agreement.value_currency, COUNT(*) AS agreements, CAST(SUM(agreement.value_amount) AS BIGINT) AS value_amount
FROM agreements AS agreement
JOIN agreement_parties AS party ON party.agreement_id = agreement.agreement_id
JOIN agreement_sectors AS about ON about.agreement_id = agreement.agreement_id
WHERE agreement.value_amount IS NOT NULL
GROUP BY party.place_id, about.sector, agreement.value_currency
ORDER BY party.place_id, about.sector, agreement.value_currency;

-- name: claims_of_one_source
-- How many cells of each table rest on one source alone.
SELECT cell."table", COUNT(*) AS cells
FROM (
  SELECT "table", row_id, "column" FROM evidence GROUP BY "table", row_id, "column" HAVING COUNT(DISTINCT source_id) = 1
) AS cell
GROUP BY cell."table"
ORDER BY cell."table";

-- name: sources_that_disagree
-- Cells for which the sources give more than one value; the table has the value that most of them give.
SELECT "table", row_id, "column", COUNT(DISTINCT "value") AS readings, COUNT(DISTINCT source_id) AS sources
FROM evidence
GROUP BY "table", row_id, "column"
HAVING COUNT(DISTINCT "value") > 1
ORDER BY "table", row_id, "column";

-- name: hosts
-- How many summits each country hosted, and how many people are known to have come.
SELECT summit.host_place_id, COUNT(DISTINCT summit.summit_id) AS summits, COUNT(attendance.leader_id) AS attendances
FROM summits AS summit
LEFT JOIN attendance ON attendance.summit_id = summit.summit_id
WHERE summit.host_place_id IS NOT NULL
GROUP BY summit.host_place_id
ORDER BY summit.host_place_id;

-- name: agreements_between_two
-- Agreements of exactly two parties, by pair and kind.
SELECT pair.one_place_id, pair.other_place_id, agreement.kind, COUNT(*) AS agreements
FROM (
  SELECT agreement_id, MIN(place_id) AS one_place_id, MAX(place_id) AS other_place_id
  FROM agreement_parties GROUP BY agreement_id HAVING COUNT(*) = 2
) AS pair
JOIN agreements AS agreement ON agreement.agreement_id = pair.agreement_id
GROUP BY pair.one_place_id, pair.other_place_id, agreement.kind
ORDER BY pair.one_place_id, pair.other_place_id, agreement.kind;

-- name: what_the_ground_holds
-- What places are said to have, produce or export, with the best rank that a source gives.
SELECT place.name_en AS place, commodity.name_en AS commodity, resource.claim, MIN(resource.world_rank) AS world_rank
FROM resources AS resource
JOIN places AS place ON place.place_id = resource.place_id
JOIN commodities AS commodity ON commodity.commodity_id = resource.commodity_id
GROUP BY place.name_en, commodity.name_en, resource.claim
ORDER BY place.name_en, commodity.name_en, resource.claim;

-- name: who_speaks_of_whom
-- What leaders do when they speak of a country: thank, criticise, praise …
SELECT leader.place_id AS speaker_place_id, statement.about_place_id, statement.act, COUNT(*) AS statements
FROM statements AS statement
JOIN leaders AS leader ON leader.leader_id = statement.leader_id
WHERE leader.place_id IS NOT NULL AND statement.about_place_id IS NOT NULL AND statement.about_place_id <> leader.place_id
GROUP BY leader.place_id, statement.about_place_id, statement.act
ORDER BY leader.place_id, statement.about_place_id, statement.act;

-- name: guests
-- People who attended a forum to which their country does not belong.
SELECT summit.forum_id, leader.place_id, leader.leader_id, COUNT(*) AS meetings
FROM attendance
JOIN summits AS summit ON summit.summit_id = attendance.summit_id
JOIN leaders AS leader ON leader.leader_id = attendance.leader_id
LEFT JOIN forum_members AS member ON member.forum_id = summit.forum_id AND member.place_id = leader.place_id
WHERE leader.place_id IS NOT NULL AND member.place_id IS NULL
GROUP BY summit.forum_id, leader.place_id, leader.leader_id
ORDER BY summit.forum_id, leader.place_id, leader.leader_id;

-- name: agreements_by_year
-- Agreements by the year they were announced in and how far they had come.
SELECT SUBSTR(CAST(announced_on AS VARCHAR(10)), 1, 4) AS "year", status, COUNT(*) AS agreements
FROM agreements
WHERE announced_on IS NOT NULL
GROUP BY SUBSTR(CAST(announced_on AS VARCHAR(10)), 1, 4), status
ORDER BY SUBSTR(CAST(announced_on AS VARCHAR(10)), 1, 4), status;
