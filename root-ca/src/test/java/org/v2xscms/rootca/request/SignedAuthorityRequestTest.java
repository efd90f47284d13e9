package org.v2xscms.rootca.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.SoftwareSigner;
import org.v2xscms.rootca.profile.AuthorityRole;

class SignedAuthorityRequestTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final KeyPair KEYS = KeyPair.generate(Curve.NIST_P256, RANDOM);
    private static final KeyPair OTHER = KeyPair.generate(Curve.NIST_P256, RANDOM);
    private static final AuthorityRequest REQUEST =
            AuthorityRequest.of(AuthorityRole.LA, "la1", KEYS.publicKey(), OTHER.publicKey(), 7);

    @Test
    void whatIsSignedIsWhatIsOpened() throws DecodeException {
        Octets sent = SignedAuthorityRequest.of(REQUEST, SoftwareSigner.hedged(KEYS, RANDOM));
        SignedAuthorityRequest.Opened.Proven proven =
                assertInstanceOf(SignedAuthorityRequest.Opened.Proven.class, open(sent));
        assertEquals(REQUEST, proven.request());
        assertEquals(
                REQUEST,
                AuthorityRequest.CODEC
                        .decode(AuthorityRequest.CODEC.encode(REQUEST), Reading.STRICT)
                        .value());
    }

    @Test
    void anyChangedOctetIsRefused() {
        byte[] sent = SignedAuthorityRequest.of(REQUEST, SoftwareSigner.hedged(KEYS, RANDOM))
                .toByteArray();
        for (int i = 0; i < sent.length; i++) {
            sent[i] ^= 1;
            assertInstanceOf(SignedAuthorityRequest.Opened.Refused.class, open(Octets.of(sent)), "octet " + i);
            sent[i] ^= 1;
        }
    }

    @Test
    void nobodyAsksWithAnotherKey() {
        assertThrows(
                IllegalArgumentException.class,
                () -> SignedAuthorityRequest.of(REQUEST, SoftwareSigner.hedged(OTHER, RANDOM)));
    }

    @Test
    void requestWithoutWhatItsRoleNeedsCannotBeMade() {
        assertRefused("an encryption key for ECA", AuthorityRole.ECA, null, null);
        assertRefused("no encryption key for ICA", AuthorityRole.ICA, OTHER, null);
        assertRefused("a laId for LA", AuthorityRole.LA, OTHER, null);
        assertRefused("a laId for LA and for no other role", AuthorityRole.RA, OTHER, 1);
        assertRefused("an elector's key on a curve of 384 bits", AuthorityRole.ELECTOR, null, null);
    }

    private static void assertRefused(
            String reason, AuthorityRole role, @Nullable KeyPair encryption, @Nullable Integer laId) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> AuthorityRequest.of(
                        role, "name", KEYS.publicKey(), encryption == null ? null : encryption.publicKey(), laId));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(reason), refusal.getMessage());
    }

    private static SignedAuthorityRequest.Opened open(Octets sent) {
        return SignedAuthorityRequest.open(sent, new BouncyCastleVerifier());
    }
}
