package org.v2xscms.cli.system;

import java.nio.file.Path;

/**
 * Where a trial installation keeps what it knows.
 *
 * @param root {@code trust/} public signed files; {@code root-ca/}, {@code eca/}, ... one private folder for each authority;
 *     {@code operators/} one folder for each operator; {@code postgres/}, {@code passwords/}, {@code tls/},
 *     {@code addresses}, {@code run}
 */
public record DataFolder(Path root) {

    public Path trust() {
        return root.resolve("trust");
    }

    public Path homeOf(String authority) {
        return root.resolve(authority);
    }

    public Path operator(String name) {
        return root.resolve("operators").resolve(name);
    }

    /** The database server's folder. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    Path passwords() {
        return root.resolve("passwords");
    }

    Path tls() {
        return root.resolve("tls");
    }

    /** The certificate that whoever talks to the authorities over TLS trusts. */
    public Path trustedTls() {
        return tls().resolve("ca.pem");
    }

    /** A device's folder. */
    public Path device(String name) {
        return root.resolve("devices").resolve(name);
    }

    /** The ports of the services, fixed at first start: devices keep addresses. */
    Path addresses() {
        return root.resolve("addresses");
    }

    /** Names the process that runs the installation. */
    Path run() {
        return root.resolve("run");
    }
}
