-- Results of ExtractionPipeline, form 1 (PRAGMA user_version). docs/tables.md explains the columns.
CREATE TABLE documents (
  document_id       TEXT PRIMARY KEY,   -- first 16 hexadecimal digits of the SHA-256 of the file
  name              TEXT NOT NULL,
  format            TEXT NOT NULL,
  sha256            TEXT NOT NULL,
  title             TEXT NOT NULL,
  series            TEXT NOT NULL,      -- the title without its batch: joins the batches of one list
  batch             INTEGER,
  issuer            TEXT,
  issuer_code       TEXT,
  document_number   TEXT,
  date              TEXT,               -- ISO
  items             INTEGER NOT NULL,
  measures          INTEGER NOT NULL,
  figures           INTEGER NOT NULL,
  unexplained       INTEGER NOT NULL,
  errors            INTEGER NOT NULL,
  warnings          INTEGER NOT NULL,
  notes             INTEGER NOT NULL,
  schema_version    TEXT NOT NULL,
  generator_version TEXT NOT NULL,
  rules             TEXT NOT NULL
);
CREATE TABLE items (
  item_number      INTEGER PRIMARY KEY, -- joins item_words
  item_id          TEXT NOT NULL UNIQUE,
  document_id      TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
  item             TEXT NOT NULL,
  content_id       TEXT NOT NULL,       -- the same in another batch where the words are the same
  section          TEXT NOT NULL,
  section_titles   TEXT NOT NULL,       -- joined by ;
  label            TEXT,
  text             TEXT NOT NULL,
  table_number     INTEGER,
  row_number       INTEGER,
  column_number    INTEGER,
  paragraph_number INTEGER NOT NULL,
  regions          TEXT NOT NULL,       -- codes, joined by ;
  region_names     TEXT NOT NULL,
  categories       TEXT NOT NULL,
  category_names   TEXT NOT NULL
);
CREATE TABLE measures (
  measure_id     TEXT PRIMARY KEY,
  item_id        TEXT NOT NULL REFERENCES items (item_id) ON DELETE CASCADE,
  document_id    TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
  measure        TEXT NOT NULL,
  content_id     TEXT NOT NULL,
  start_offset   INTEGER NOT NULL,      -- UTF-16 code units in the item's text
  end_offset     INTEGER NOT NULL,
  text           TEXT NOT NULL,
  regions        TEXT NOT NULL,
  region_names   TEXT NOT NULL,
  reason         TEXT NOT NULL,
  categories     TEXT NOT NULL,
  category_names TEXT NOT NULL,
  amounts        TEXT NOT NULL,
  beneficiary    TEXT,
  purpose        TEXT,
  condition      TEXT
);
CREATE TABLE amounts (
  amount_id     TEXT PRIMARY KEY,
  item_id       TEXT NOT NULL REFERENCES items (item_id) ON DELETE CASCADE,
  measure_id    TEXT REFERENCES measures ON DELETE CASCADE,
  document_id   TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
  kind          TEXT NOT NULL CHECK (kind IN ('money', 'percent')),
  role          TEXT NOT NULL,
  text          TEXT NOT NULL,
  figure        TEXT NOT NULL,
  unit          TEXT NOT NULL,          -- ISO 4217, or %
  min_value     NUMERIC,                -- in whole units of the currency
  max_value     NUMERIC,
  min_inclusive INTEGER,
  max_inclusive INTEGER,
  per           TEXT NOT NULL,
  base          TEXT,
  approximate   INTEGER NOT NULL,
  regions       TEXT NOT NULL,
  region_names  TEXT NOT NULL,
  start_offset  INTEGER NOT NULL,
  end_offset    INTEGER NOT NULL,
  rule          TEXT NOT NULL
);
-- The whole result of each document: the JSON of docs/output-format.md, gzip.
CREATE TABLE results (
  document_id TEXT PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  json        BLOB NOT NULL
);
-- The lists once more, a row a member, for joins.
CREATE TABLE measure_regions (
  measure_id TEXT NOT NULL REFERENCES measures ON DELETE CASCADE,
  region     TEXT NOT NULL,
  name       TEXT NOT NULL,
  PRIMARY KEY (measure_id, region)
) WITHOUT ROWID;
CREATE TABLE measure_categories (
  measure_id TEXT NOT NULL REFERENCES measures ON DELETE CASCADE,
  category   TEXT NOT NULL,
  name       TEXT NOT NULL,
  PRIMARY KEY (measure_id, category)
) WITHOUT ROWID;
-- The words of each item, cut by the segmenter and parted by spaces, and its characters one by one, in which every stretch is a phrase
-- (item_words MATCH 'characters : "装 配 式 建 筑"'); rowid is item_number:
-- SELECT i.* FROM item_words JOIN items i ON i.item_number = item_words.rowid WHERE item_words MATCH '补贴 AND 资金'.
CREATE VIRTUAL TABLE item_words USING fts5 (words, characters, tokenize = "unicode61 remove_diacritics 0");
CREATE INDEX items_document ON items (document_id);
CREATE INDEX items_content ON items (content_id);
CREATE INDEX measures_item ON measures (item_id);
CREATE INDEX measures_document ON measures (document_id);
CREATE INDEX amounts_item ON amounts (item_id);
CREATE INDEX amounts_measure ON amounts (measure_id);
CREATE INDEX amounts_document ON amounts (document_id);
CREATE INDEX measure_regions_region ON measure_regions (region);
CREATE INDEX measure_categories_category ON measure_categories (category);
-- What is given: awards with their caps, by place.
CREATE VIEW awards AS
  SELECT d.title, d.batch, i.item, r.region, r.name AS region_name, a.role, a.figure, a.unit, a.min_value, a.max_value, a.per, m.beneficiary, m.condition, m.text
  FROM amounts a
  JOIN measures m USING (measure_id)
  JOIN items i ON i.item_id = a.item_id
  JOIN documents d ON d.document_id = a.document_id
  LEFT JOIN measure_regions r USING (measure_id)
  WHERE a.kind = 'money' AND a.role IN ('award', 'cap', 'floor');
-- How many measures of which category each place has.
CREATE VIEW region_categories AS
  SELECT r.region, r.name AS region_name, c.category, c.name AS category_name, count(*) AS measures
  FROM measure_regions r JOIN measure_categories c USING (measure_id)
  GROUP BY r.region, c.category;
-- Items that another document says in the same words.
CREATE VIEW carried_over AS
  SELECT a.content_id, a.item_id AS item_id, b.item_id AS other_item_id, a.text
  FROM items a JOIN items b ON a.content_id = b.content_id AND a.document_id < b.document_id;
