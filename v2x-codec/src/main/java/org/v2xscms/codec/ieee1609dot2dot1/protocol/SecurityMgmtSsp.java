package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import static org.v2xscms.codec.ieee1609dot2dot1.protocol.Protocol.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/**
 * The role a certificate holder has in security management: the content of its opaque SSP for {@link SecurityMgmtPsid}.
 *
 * <p>Most roles have no parameters. CAMP certificates differ in the version number only.
 */
public sealed interface SecurityMgmtSsp {

    /** A member of the group that signs trust lists. */
    record Elector(RoleSsp ssp) implements SecurityMgmtSsp {}

    /** A root CA. */
    record Root(RoleSsp ssp) implements SecurityMgmtSsp {}

    /** A policy generator. */
    record Pg(RoleSsp ssp) implements SecurityMgmtSsp {}

    /** An intermediate CA. */
    record Ica(RoleSsp ssp) implements SecurityMgmtSsp {}

    /** An enrolment CA. */
    record Eca(RoleSsp ssp) implements SecurityMgmtSsp {}

    /** An authorization CA. */
    record Aca(RoleSsp ssp) implements SecurityMgmtSsp {}

    /** A CRL signer; what it may list stands in its SSP for the PSID of CRLs. */
    record Crl(RoleSsp ssp) implements SecurityMgmtSsp {}

    /** A device configuration manager. */
    record Dcm(RoleSsp ssp) implements SecurityMgmtSsp {}

    /** A linkage authority. */
    record La(LaSsp ssp) implements SecurityMgmtSsp {}

    /** A location obscurer proxy; in practice it has no certificate. */
    record Lop(RoleSsp ssp) implements SecurityMgmtSsp {}

    /** A misbehaviour authority. */
    record Ma(MaSsp ssp) implements SecurityMgmtSsp {}

    /** A registration authority. */
    record Ra(RoleSsp ssp) implements SecurityMgmtSsp {}

    /** An end entity. */
    record Ee(RoleSsp ssp) implements SecurityMgmtSsp {}

    /** A distribution centre. */
    record Dc(RoleSsp ssp) implements SecurityMgmtSsp {}

    record Unknown(UnknownAlternative value) implements SecurityMgmtSsp {}

    Codec<SecurityMgmtSsp> CODEC = choice(
            "SecurityMgmtSsp",
            MODULE,
            alternative("elector", RoleSsp.codec("ElectorSsp"), Elector.class, Elector::new, Elector::ssp),
            alternative("root", RoleSsp.codec("RootCaSsp"), Root.class, Root::new, Root::ssp),
            alternative("pg", RoleSsp.codec("PgSsp"), Pg.class, Pg::new, Pg::ssp),
            alternative("ica", RoleSsp.codec("IcaSsp"), Ica.class, Ica::new, Ica::ssp),
            alternative("eca", RoleSsp.codec("EcaSsp"), Eca.class, Eca::new, Eca::ssp),
            alternative("aca", RoleSsp.codec("AcaSsp"), Aca.class, Aca::new, Aca::ssp),
            alternative("crl", RoleSsp.codec("CrlSignerSsp"), Crl.class, Crl::new, Crl::ssp),
            alternative("dcm", RoleSsp.codec("DcmSsp"), Dcm.class, Dcm::new, Dcm::ssp),
            alternative("la", LaSsp.CODEC, La.class, La::new, La::ssp),
            alternative("lop", RoleSsp.codec("LopSsp"), Lop.class, Lop::new, Lop::ssp),
            alternative("ma", MaSsp.CODEC, Ma.class, Ma::new, Ma::ssp),
            alternative("ra", RoleSsp.codec("RaSsp"), Ra.class, Ra::new, Ra::ssp),
            alternative("ee", RoleSsp.codec("EeSsp"), Ee.class, Ee::new, Ee::ssp),
            extensible(Unknown.class, Unknown::new, Unknown::value),
            alternative("dc", RoleSsp.codec("DcSsp"), Dc.class, Dc::new, Dc::ssp));
}
