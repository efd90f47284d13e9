package org.v2xscms.kernel.authority;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.kernel.database.DatabaseAccess;
import org.v2xscms.kernel.database.PasswordFile;
import org.v2xscms.kernel.database.RoleLogin;

/**
 * The settings every authority has, under {@code scms}.
 *
 * @param name the authority's name, which names its certificate, keys and database: {@code eca}, {@code la1}, ...
 * @param home the folder with its token, PIN and logs, which only it may read
 * @param trust the folder of public signed files
 * @param peers base URLs of the authorities it asks, by name
 * @param peerTrust PEM file of the X.509 certificates it trusts when it asks; null only for plain HTTP on loopback
 * @param tolerance how old a back-end message may be, and how far its sender's clock ahead
 * @param production whether development switches, software keys and crash points are refused
 * @param wireLog the folder for copies of what it asks other authorities, also without encryption: for a trial only; null
 *     for no copies
 */
@ConfigurationProperties("scms")
public record AuthoritySettings(
        String name,
        Path home,
        Path trust,
        Database database,
        @DefaultValue Map<String, URI> peers,
        @Nullable Path peerTrust,
        @DefaultValue("30s") Duration tolerance,
        @DefaultValue Periods iPeriod,
        @DefaultValue("false") boolean production,
        @Nullable Path wireLog) {

    /**
     * Where the database is.
     *
     * @param url a {@code jdbc:postgresql:} URL without credentials
     * @param passwords the folder with {@code owner.password} and {@code runtime.password}
     * @param owner the owner role; its name and that of the runtime role follow the authority's by default
     */
    public record Database(
            String url,
            Path passwords,
            @Nullable String owner,
            @Nullable String runtime,
            @DefaultValue("10") int connections) {}

    /**
     * The numbering of i-periods, in TAI seconds since 2004 (IEEE 1609.2.1-2022 parameters time-iPeriodEpoch,
     * time-iPeriodLength, time-overlap). The defaults are those of the deployed American systems.
     */
    public record Periods(
            @DefaultValue("347619603") long epoch,
            @DefaultValue("604800") long length,
            @DefaultValue("3600") long overlap) {

        IPeriods periods() {
            return new IPeriods(epoch, length, overlap);
        }
    }

    DatabaseAccess databaseAccess() {
        return new DatabaseAccess(
                database.url(),
                login(database.owner() == null ? name + "_owner" : database.owner(), "owner.password"),
                login(database.runtime() == null ? name + "_runtime" : database.runtime(), "runtime.password"));
    }

    private RoleLogin login(String role, String file) {
        return new RoleLogin(role, PasswordFile.read(database.passwords().resolve(file)));
    }
}
