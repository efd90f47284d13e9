create table device (name integer primary key);
grant usage on schema own to "${runtime}";
grant select on device to "${runtime}";
