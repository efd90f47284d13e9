package org.v2xscms.cli.system;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.eca.EnrollmentCaMain;
import org.v2xscms.la.LinkageAuthorityMain;
import org.v2xscms.ma.MisbehaviorAuthorityMain;
import org.v2xscms.pca.PseudonymCaMain;
import org.v2xscms.ra.RaMain;
import org.v2xscms.rootca.profile.AuthorityRole;

/** The authorities that run as services, in the order in which they start: nobody is asked before it is there. */
public enum AuthorityService {
    PCA(AuthorityRole.ACA, null, PseudonymCaMain.class),
    LA1(AuthorityRole.LA, 1, LinkageAuthorityMain.class, "pca"),
    LA2(AuthorityRole.LA, 2, LinkageAuthorityMain.class, "pca"),
    ECA(AuthorityRole.ECA, null, EnrollmentCaMain.class),
    RA(AuthorityRole.RA, null, RaMain.class, "eca", "la1", "la2", "ma", "pca"),
    MA(AuthorityRole.MA, null, MisbehaviorAuthorityMain.class, "la1", "la2", "pca", "ra");

    private final AuthorityRole role;
    private final @Nullable Integer laId;
    private final Class<?> application;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> peers;

    AuthorityService(AuthorityRole role, @Nullable Integer laId, Class<?> application, String... peers) {
        this.role = role;
        this.laId = laId;
        this.application = application;
        this.peers = List.of(peers);
    }

    /** Its name in folders, certificates, databases and settings. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    AuthorityRole role() {
        return role;
    }

    /** The number of a linkage authority. */
    @Nullable
    Integer laId() {
        return laId;
    }

    Class<?> application() {
        return application;
    }

    /** Whom it asks. */
    List<String> peers() {
        return peers;
    }
}
