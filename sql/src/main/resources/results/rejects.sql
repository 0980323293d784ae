-- The rejects of one source, ordered by the UTF-8 bytes of their refs.
-- Parameters: :run, :source.
-- Row: ref (JSON), parcel_id, reason, row_text.
-- Index: reject_in_order, where there is one.
select ref, parcel_id, reason, row_text
from reject
where run = :run and source = :source
order by run, source, ref_key, ordinal, row_no
