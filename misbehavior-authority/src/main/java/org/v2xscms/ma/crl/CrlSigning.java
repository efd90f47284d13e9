package org.v2xscms.ma.crl;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignedDataPayload;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2.crl.CrlContents;
import org.v2xscms.codec.ieee1609dot2.crl.SecuredCrl;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Limits;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.linkage.LinkageRules;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.message.MessageValidator;
import org.v2xscms.crypto.message.MessageVerdict;
import org.v2xscms.crypto.revocation.CrlSigner;
import org.v2xscms.crypto.revocation.RevocationLists;
import org.v2xscms.crypto.sign.Signer;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.crypto.validation.ValidationResult;
import org.v2xscms.kernel.exchange.Trust;

/** Signs lists, and judges signed ones as every receiver will. */
public final class CrlSigning {

    private static final Reading READING = Reading.STRICT.withLimits(Limits.FILE);

    private final HashedCertificate certificate;
    private final Signer signer;
    private final Trust trust;
    private final LinkageRules rules;
    private final InstantSource clock;

    /** @param certificate the CRL signer's, of {@code signer}'s key */
    public CrlSigning(
            HashedCertificate certificate, Signer signer, Trust trust, LinkageRules rules, InstantSource clock) {
        this.certificate = certificate;
        this.signer = signer;
        this.trust = trust;
        this.rules = rules;
        this.clock = clock;
    }

    /** The SecuredCrl: PSID 256 and no other header field, with the signer's certificate. */
    Octets sign(CrlContents contents) {
        Ieee1609Dot2Data payload =
                Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(CrlContents.CODEC.encode(contents)));
        SignedData signed = MessageSignature.sign(
                new ToBeSignedData(SignedDataPayload.of(payload), HeaderInfo.of(SecuredCrl.CRL_PSID)),
                certificate,
                new SignerIdentifier.Certificates(List.of(certificate.encoded())),
                signer);
        return SecuredCrl.CODEC.encode(Ieee1609Dot2Data.of(signed));
    }

    /** What a signed list says. */
    sealed interface Judged {

        record Good(CrlContents contents) implements Judged {}

        record Bad(String reason) implements Judged {}
    }

    /** Judges a list that is about to be published by its octets alone. */
    Judged judge(Octets spdu) {
        return judge(spdu, contents -> Time64.of(clock.instant()));
    }

    /** Judges a list that was published, whose signer's certificate may have expired since. */
    Judged judgeAsIssued(Octets spdu) {
        return judge(spdu, contents -> Time64.of(contents.issueDate().toInstant()));
    }

    private Judged judge(Octets spdu, Function<CrlContents, Time64> at) {
        try {
            Ieee1609Dot2Data data = SecuredCrl.CODEC.decode(spdu, READING).value();
            CrlContents contents = SecuredCrl.contents(data, READING).value();
            if (!(data.content() instanceof SignedData signed)) {
                return new Judged.Bad("not signed");
            }
            MessageVerdict verdict = new MessageValidator(trust.store(), trust.verifier(), RevocationCheck.NONE)
                    .validate(signed, at.apply(contents));
            return switch (verdict) {
                case MessageVerdict.Invalid invalid -> new Judged.Bad(invalid.rule() + ": " + invalid.found());
                case MessageVerdict.Valid valid -> judge(contents, valid);
            };
        } catch (DecodeException e) {
            return new Judged.Bad(e.getMessage());
        }
    }

    private Judged judge(CrlContents contents, MessageVerdict.Valid verdict) {
        List<ValidationResult.Step> chain = verdict.signer().steps();
        Optional<String> refusal = chain.size() < 2
                ? Optional.of("the signer is its own issuer")
                : CrlSigner.refusal(
                        contents,
                        verdict.certificate(),
                        chain.get(chain.size() - 2).certificate());
        if (refusal.isPresent()) {
            return new Judged.Bad(refusal.get());
        }
        RevocationLists.of(List.of(contents), rules);
        return new Judged.Good(contents);
    }
}
