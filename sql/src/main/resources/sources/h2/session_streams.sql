-- Lets results be computed as they are read. Otherwise H2 first collects them as a whole.
set lazy_query_execution true
