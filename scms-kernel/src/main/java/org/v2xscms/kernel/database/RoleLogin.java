package org.v2xscms.kernel.database;

/** A database role and its password. Prints only the role. */
public record RoleLogin(String role, String password) {

    @Override
    public String toString() {
        return "RoleLogin[" + role + "]";
    }
}
