package org.v2xscms.rootca.request;

import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.Hostname;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicVerificationKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.UnsignedIntegers;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.curve.PointDecoding;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.rootca.profile.AuthorityRole;

/**
 * What an authority asks its certificate with. COER of
 *
 * <pre>
 * AuthorityRequest ::= SEQUENCE {
 *   version          INTEGER (1),
 *   role             ENUMERATED {root, ica, eca, aca, ra, la, ma, crlSigner, elector},
 *   name             Hostname,
 *   verificationKey  PublicVerificationKey,
 *   encryptionKey    PublicEncryptionKey OPTIONAL,  -- eca, aca, ra, la, ma
 *   laId             INTEGER (0..65535) OPTIONAL    -- la
 * }
 * </pre>
 *
 * @param name the certificate id: who it is, for people; of an RA its host name
 * @param encryptionKey present for the roles that others encrypt to, and only for them
 * @param laId the number of a linkage authority, present for it and only for it
 */
public record AuthorityRequest(
        AuthorityRole role,
        Hostname name,
        PublicVerificationKey verificationKey,
        @Nullable PublicEncryptionKey encryptionKey,
        @Nullable Integer laId) {

    private static final String MODULE = "V2X-SCMS AuthorityRequest";
    private static final int VERSION = 1;

    public static final Codec<AuthorityRequest> CODEC = sequence(
            "AuthorityRequest",
            MODULE,
            (version, role, name, verificationKey, encryptionKey, laId) ->
                    new AuthorityRequest(role, name, verificationKey, encryptionKey, laId),
            required("version", Integers.integer("INTEGER", MODULE, VERSION, VERSION), request -> VERSION),
            required("role", AuthorityRole.CODEC, AuthorityRequest::role),
            required("name", Hostname.CODEC, AuthorityRequest::name),
            required("verificationKey", PublicVerificationKey.CODEC, AuthorityRequest::verificationKey),
            optional("encryptionKey", PublicEncryptionKey.CODEC, AuthorityRequest::encryptionKey),
            optional("laId", UnsignedIntegers.UINT16, AuthorityRequest::laId));

    public AuthorityRequest {
        if ((encryptionKey != null) != role.receivesEncrypted()) {
            throw new IllegalArgumentException(
                    role.receivesEncrypted() ? "an encryption key for " + role : "no encryption key for " + role);
        }
        if ((laId != null) != (role == AuthorityRole.LA)) {
            throw new IllegalArgumentException("a laId for LA and for no other role, not " + laId + " for " + role);
        }
        PointDecoding point = CurvePoints.decode(verificationKey);
        if (!(point instanceof PointDecoding.OnCurve(PublicPoint key))) {
            throw new IllegalArgumentException("a verification key that is a point of its curve");
        }
        // A trust list names its electors by hashes of 48 octets, which only SHA-384 fills.
        if (role == AuthorityRole.ELECTOR && key.curve().hash() != HashFunction.SHA384) {
            throw new IllegalArgumentException("an elector's key on a curve of 384 bits, not on " + key.curve());
        }
    }

    /** A request with keys on their curves, compressed; the encryption key is for AES-128. */
    public static AuthorityRequest of(
            AuthorityRole role,
            String name,
            PublicPoint verificationKey,
            @Nullable PublicPoint encryptionKey,
            @Nullable Integer laId) {
        return new AuthorityRequest(
                role,
                new Hostname(name),
                CurvePoints.verificationKey(verificationKey),
                encryptionKey == null
                        ? null
                        : new PublicEncryptionKey(SymmAlgorithm.AES128_CCM, CurvePoints.encryptionKey(encryptionKey)),
                laId);
    }

    /** The verification key as a point. */
    public PublicPoint verificationPoint() {
        return ((PointDecoding.OnCurve) CurvePoints.decode(verificationKey)).point();
    }
}
