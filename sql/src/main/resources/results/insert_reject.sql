-- Saves a row that could not be read.
-- Parameters: one per column; ref as JSON, ref_key its text as UTF-8 bytes.
-- Row: none.
-- Index: primary key of reject.
insert into reject (run, source, ordinal, row_no, ref_key, ref, parcel_id, reason, row_text)
values (:run, :source, :ordinal, :row_no, :ref_key, :ref, :parcel_id, :reason, :row_text)
