create table device (name text primary key);
grant usage on schema own to "${runtime}";
grant select, insert on device to "${runtime}";
