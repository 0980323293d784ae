-- Has the server refuse every write of this session.
set session transaction read only
