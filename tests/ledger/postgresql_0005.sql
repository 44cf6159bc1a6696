CREATE TABLE actor (
    "row" integer NOT NULL,
    reading integer NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    noun text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    acronyms text NOT NULL COLLATE pg_catalog."C"
);
CREATE SEQUENCE actor_row_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE actor_row_seq OWNED BY actor."row";
CREATE TABLE alembic_version (
    version_num character varying(32) NOT NULL
);
COMMENT ON TABLE alembic_version IS 'A ledger of sayso.';
CREATE TABLE copy_address (
    hash bigint NOT NULL,
    document integer NOT NULL
);
CREATE TABLE copy_credit (
    document integer NOT NULL,
    field text NOT NULL COLLATE pg_catalog."C",
    start integer NOT NULL,
    wire text NOT NULL COLLATE pg_catalog."C",
    "end" integer NOT NULL,
    whole integer NOT NULL
);
CREATE TABLE copy_key (
    hash bigint NOT NULL,
    rank bigint NOT NULL,
    wording integer NOT NULL,
    keys integer NOT NULL
);
CREATE TABLE copy_pair (
    first integer NOT NULL,
    second integer NOT NULL,
    first_share integer NOT NULL,
    second_share integer NOT NULL
);
CREATE TABLE copy_version (
    first integer NOT NULL,
    second integer NOT NULL,
    first_share integer NOT NULL,
    second_share integer NOT NULL
);
CREATE TABLE document (
    "row" integer NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    wording integer NOT NULL,
    title text NOT NULL COLLATE pg_catalog."C",
    text text NOT NULL COLLATE pg_catalog."C"
);
CREATE SEQUENCE document_row_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE document_row_seq OWNED BY document."row";
CREATE TABLE document_words (
    "row" integer NOT NULL,
    words tsvector NOT NULL
);
CREATE TABLE event (
    "row" integer NOT NULL,
    reading integer NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    noun text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    words text NOT NULL COLLATE pg_catalog."C",
    type text NOT NULL COLLATE pg_catalog."C",
    place text COLLATE pg_catalog."C"
);
CREATE SEQUENCE event_row_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE event_row_seq OWNED BY event."row";
CREATE TABLE event_words (
    "row" integer NOT NULL,
    words tsvector NOT NULL
);
CREATE TABLE figure (
    "row" integer NOT NULL,
    reading integer NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    noun text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    words text NOT NULL COLLATE pg_catalog."C",
    measure text NOT NULL COLLATE pg_catalog."C",
    place text COLLATE pg_catalog."C",
    source text COLLATE pg_catalog."C"
);
CREATE SEQUENCE figure_row_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE figure_row_seq OWNED BY figure."row";
CREATE TABLE figure_words (
    "row" integer NOT NULL,
    words tsvector NOT NULL
);
CREATE TABLE judgement (
    "row" integer NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    known text NOT NULL COLLATE pg_catalog."C",
    noun text NOT NULL COLLATE pg_catalog."C"
);
CREATE SEQUENCE judgement_row_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE judgement_row_seq OWNED BY judgement."row";
CREATE TABLE place (
    "row" integer NOT NULL,
    reading integer NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    noun text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    geonames integer
);
CREATE SEQUENCE place_row_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE place_row_seq OWNED BY place."row";
CREATE TABLE problem (
    "row" integer NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    reading integer,
    noun text NOT NULL COLLATE pg_catalog."C"
);
CREATE SEQUENCE problem_row_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE problem_row_seq OWNED BY problem."row";
CREATE TABLE quantity (
    "row" integer NOT NULL,
    reading integer NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    noun text NOT NULL COLLATE pg_catalog."C"
);
CREATE SEQUENCE quantity_row_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE quantity_row_seq OWNED BY quantity."row";
CREATE TABLE reading (
    "row" integer NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    document integer NOT NULL,
    reader text NOT NULL COLLATE pg_catalog."C",
    rank text NOT NULL COLLATE pg_catalog."C",
    situation text NOT NULL COLLATE pg_catalog."C",
    known text COLLATE pg_catalog."C",
    troubles integer NOT NULL,
    noun text NOT NULL COLLATE pg_catalog."C"
);
CREATE SEQUENCE reading_row_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE reading_row_seq OWNED BY reading."row";
CREATE TABLE receipt (
    "row" integer NOT NULL,
    document integer NOT NULL,
    retrieved text COLLATE pg_catalog."C",
    known text COLLATE pg_catalog."C",
    outlet text NOT NULL COLLATE pg_catalog."C",
    noun text NOT NULL COLLATE pg_catalog."C"
);
CREATE SEQUENCE receipt_row_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE receipt_row_seq OWNED BY receipt."row";
CREATE TABLE situation (
    fingerprint text NOT NULL COLLATE pg_catalog."C",
    noun text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE sketch (
    document integer NOT NULL,
    terms bytea NOT NULL
);
CREATE TABLE statement (
    "row" integer NOT NULL,
    reading integer NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    noun text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    words text NOT NULL COLLATE pg_catalog."C",
    speaker text COLLATE pg_catalog."C",
    speaker_kind text NOT NULL COLLATE pg_catalog."C"
);
CREATE SEQUENCE statement_row_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE statement_row_seq OWNED BY statement."row";
CREATE TABLE statement_words (
    "row" integer NOT NULL,
    words tsvector NOT NULL
);
CREATE TABLE "time" (
    "row" integer NOT NULL,
    reading integer NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    noun text NOT NULL COLLATE pg_catalog."C"
);
CREATE SEQUENCE time_row_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE time_row_seq OWNED BY "time"."row";
CREATE TABLE wording (
    "row" integer NOT NULL,
    digest text NOT NULL COLLATE pg_catalog."C"
);
CREATE SEQUENCE wording_row_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE wording_row_seq OWNED BY wording."row";
ALTER TABLE ONLY actor ALTER COLUMN "row" SET DEFAULT nextval('actor_row_seq'::regclass);
ALTER TABLE ONLY document ALTER COLUMN "row" SET DEFAULT nextval('document_row_seq'::regclass);
ALTER TABLE ONLY event ALTER COLUMN "row" SET DEFAULT nextval('event_row_seq'::regclass);
ALTER TABLE ONLY figure ALTER COLUMN "row" SET DEFAULT nextval('figure_row_seq'::regclass);
ALTER TABLE ONLY judgement ALTER COLUMN "row" SET DEFAULT nextval('judgement_row_seq'::regclass);
ALTER TABLE ONLY place ALTER COLUMN "row" SET DEFAULT nextval('place_row_seq'::regclass);
ALTER TABLE ONLY problem ALTER COLUMN "row" SET DEFAULT nextval('problem_row_seq'::regclass);
ALTER TABLE ONLY quantity ALTER COLUMN "row" SET DEFAULT nextval('quantity_row_seq'::regclass);
ALTER TABLE ONLY reading ALTER COLUMN "row" SET DEFAULT nextval('reading_row_seq'::regclass);
ALTER TABLE ONLY receipt ALTER COLUMN "row" SET DEFAULT nextval('receipt_row_seq'::regclass);
ALTER TABLE ONLY statement ALTER COLUMN "row" SET DEFAULT nextval('statement_row_seq'::regclass);
ALTER TABLE ONLY "time" ALTER COLUMN "row" SET DEFAULT nextval('time_row_seq'::regclass);
ALTER TABLE ONLY wording ALTER COLUMN "row" SET DEFAULT nextval('wording_row_seq'::regclass);
ALTER TABLE ONLY actor
    ADD CONSTRAINT actor_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY copy_address
    ADD CONSTRAINT copy_address_pkey PRIMARY KEY (hash, document);
ALTER TABLE ONLY copy_credit
    ADD CONSTRAINT copy_credit_pkey PRIMARY KEY (document, field, start, wire);
ALTER TABLE ONLY copy_key
    ADD CONSTRAINT copy_key_pkey PRIMARY KEY (hash, rank, wording);
ALTER TABLE ONLY copy_pair
    ADD CONSTRAINT copy_pair_pkey PRIMARY KEY (first, second);
ALTER TABLE ONLY copy_version
    ADD CONSTRAINT copy_version_pkey PRIMARY KEY (first, second);
ALTER TABLE ONLY document
    ADD CONSTRAINT document_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY event
    ADD CONSTRAINT event_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY figure
    ADD CONSTRAINT figure_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY judgement
    ADD CONSTRAINT judgement_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY place
    ADD CONSTRAINT place_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY problem
    ADD CONSTRAINT problem_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY quantity
    ADD CONSTRAINT quantity_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY reading
    ADD CONSTRAINT reading_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY receipt
    ADD CONSTRAINT receipt_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY situation
    ADD CONSTRAINT situation_pkey PRIMARY KEY (fingerprint);
ALTER TABLE ONLY sketch
    ADD CONSTRAINT sketch_pkey PRIMARY KEY (document);
ALTER TABLE ONLY statement
    ADD CONSTRAINT statement_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY "time"
    ADD CONSTRAINT time_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY wording
    ADD CONSTRAINT wording_pkey PRIMARY KEY ("row");
CREATE INDEX actor_by_reading ON actor USING btree (reading);
CREATE INDEX actor_names ON actor USING btree (reading, name, kind, acronyms);
CREATE UNIQUE INDEX document_by_id ON document USING btree (id);
CREATE INDEX document_by_wording ON document USING btree (wording);
CREATE INDEX document_words_by_word ON document_words USING gin (words);
CREATE INDEX event_by_id ON event USING btree (id);
CREATE INDEX event_by_reading ON event USING btree (reading);
CREATE INDEX event_words_by_word ON event_words USING gin (words);
CREATE INDEX figure_by_id ON figure USING btree (id);
CREATE INDEX figure_by_measure ON figure USING btree (measure);
CREATE INDEX figure_by_reading ON figure USING btree (reading);
CREATE INDEX figure_words_by_word ON figure_words USING gin (words);
CREATE UNIQUE INDEX judgement_by_id ON judgement USING btree (id);
CREATE INDEX place_by_name ON place USING btree (name);
CREATE INDEX place_by_reading ON place USING btree (reading);
CREATE INDEX place_names ON place USING btree (reading, name, geonames);
CREATE UNIQUE INDEX problem_by_id ON problem USING btree (id);
CREATE INDEX problem_by_reading ON problem USING btree (reading);
CREATE INDEX quantity_by_reading ON quantity USING btree (reading);
CREATE INDEX reading_by_document ON reading USING btree (document);
CREATE UNIQUE INDEX reading_by_id ON reading USING btree (id);
CREATE INDEX receipt_by_document ON receipt USING btree (document);
CREATE INDEX statement_by_id ON statement USING btree (id);
CREATE INDEX statement_by_reading ON statement USING btree (reading);
CREATE INDEX statement_by_speaker ON statement USING btree (speaker);
CREATE INDEX statement_speakers ON statement USING btree (reading, speaker, speaker_kind);
CREATE INDEX statement_words_by_word ON statement_words USING gin (words);
CREATE INDEX time_by_reading ON "time" USING btree (reading);
CREATE UNIQUE INDEX wording_by_digest ON wording USING btree (digest);
ALTER TABLE ONLY actor
    ADD CONSTRAINT actor_reading_fkey FOREIGN KEY (reading) REFERENCES reading("row");
ALTER TABLE ONLY copy_address
    ADD CONSTRAINT copy_address_document_fkey FOREIGN KEY (document) REFERENCES document("row");
ALTER TABLE ONLY copy_credit
    ADD CONSTRAINT copy_credit_document_fkey FOREIGN KEY (document) REFERENCES document("row");
ALTER TABLE ONLY copy_key
    ADD CONSTRAINT copy_key_wording_fkey FOREIGN KEY (wording) REFERENCES wording("row");
ALTER TABLE ONLY copy_pair
    ADD CONSTRAINT copy_pair_first_fkey FOREIGN KEY (first) REFERENCES wording("row");
ALTER TABLE ONLY copy_pair
    ADD CONSTRAINT copy_pair_second_fkey FOREIGN KEY (second) REFERENCES wording("row");
ALTER TABLE ONLY copy_version
    ADD CONSTRAINT copy_version_first_fkey FOREIGN KEY (first) REFERENCES document("row");
ALTER TABLE ONLY copy_version
    ADD CONSTRAINT copy_version_second_fkey FOREIGN KEY (second) REFERENCES document("row");
ALTER TABLE ONLY document
    ADD CONSTRAINT document_wording_fkey FOREIGN KEY (wording) REFERENCES wording("row");
ALTER TABLE ONLY document_words
    ADD CONSTRAINT document_words_row_fkey FOREIGN KEY ("row") REFERENCES document("row");
ALTER TABLE ONLY event
    ADD CONSTRAINT event_reading_fkey FOREIGN KEY (reading) REFERENCES reading("row");
ALTER TABLE ONLY event_words
    ADD CONSTRAINT event_words_row_fkey FOREIGN KEY ("row") REFERENCES event("row");
ALTER TABLE ONLY figure
    ADD CONSTRAINT figure_reading_fkey FOREIGN KEY (reading) REFERENCES reading("row");
ALTER TABLE ONLY figure_words
    ADD CONSTRAINT figure_words_row_fkey FOREIGN KEY ("row") REFERENCES figure("row");
ALTER TABLE ONLY place
    ADD CONSTRAINT place_reading_fkey FOREIGN KEY (reading) REFERENCES reading("row");
ALTER TABLE ONLY problem
    ADD CONSTRAINT problem_reading_fkey FOREIGN KEY (reading) REFERENCES reading("row");
ALTER TABLE ONLY quantity
    ADD CONSTRAINT quantity_reading_fkey FOREIGN KEY (reading) REFERENCES reading("row");
ALTER TABLE ONLY reading
    ADD CONSTRAINT reading_document_fkey FOREIGN KEY (document) REFERENCES document("row");
ALTER TABLE ONLY receipt
    ADD CONSTRAINT receipt_document_fkey FOREIGN KEY (document) REFERENCES document("row");
ALTER TABLE ONLY sketch
    ADD CONSTRAINT sketch_document_fkey FOREIGN KEY (document) REFERENCES document("row");
ALTER TABLE ONLY statement
    ADD CONSTRAINT statement_reading_fkey FOREIGN KEY (reading) REFERENCES reading("row");
ALTER TABLE ONLY statement_words
    ADD CONSTRAINT statement_words_row_fkey FOREIGN KEY ("row") REFERENCES statement("row");
ALTER TABLE ONLY "time"
    ADD CONSTRAINT time_reading_fkey FOREIGN KEY (reading) REFERENCES reading("row");
INSERT INTO alembic_version VALUES ('0005');
