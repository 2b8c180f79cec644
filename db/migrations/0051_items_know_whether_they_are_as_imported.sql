-- What came with an import can be undone after a key was replaced: an item knows as which revision it is as it came.
ALTER TABLE "ciphers" ADD COLUMN "as_imported_at" timestamp (3) with time zone;