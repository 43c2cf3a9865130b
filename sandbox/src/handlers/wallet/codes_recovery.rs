//! The code that authorises one reset of a password or passcode, and the reset.

use contract::{
    CustomerUri, IssuingPartnerUri, PartnerUri, Secret,
    operations::wallet::{
        AuthenticateRecoveryCode, AuthenticateRecoveryCodeAnswer, RecoveryType, ResetCustomerPasscode,
        ResetCustomerPassword, RetrieveRecoveryCode, RetrieveRecoveryCodeAnswer,
    },
    wallet::Confirmed,
};

use super::{at_issuer, only};
use crate::{
    handlers::Handle,
    population::PersonNumber,
    refusal::Refusal,
    wallets::{
        Wallet,
        codes::{Code, Stage},
        credentials::{PASSCODE, PASSWORD},
        text,
    },
    world::World,
};

/// What a password may be reset with.
const FOR_A_PASSWORD: &[RecoveryType] = &[RecoveryType::ForgotPassword, RecoveryType::ExpiredPassword];
/// What a passcode may be reset with.
const FOR_A_PASSCODE: &[RecoveryType] = &[RecoveryType::ForgotPasscode];

impl Handle<RetrieveRecoveryCode> for World {
    fn concerns(&self, request: &RetrieveRecoveryCode) -> Result<Vec<PersonNumber>, Refusal> {
        self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)
    }

    fn handle(
        &mut self,
        request: RetrieveRecoveryCode,
        concerned: &[PersonNumber],
    ) -> Result<RetrieveRecoveryCodeAnswer, Refusal> {
        let now = self.now();
        let recovery_code = self.alter(only(concerned)?, |wallet| {
            let owner = wallet.owner();
            wallet.codes.make_recovery(&owner, now, &request.recovery_type).told().0
        });
        Ok(RetrieveRecoveryCodeAnswer { recovery_code })
    }
}

impl Handle<AuthenticateRecoveryCode> for World {
    fn concerns(&self, request: &AuthenticateRecoveryCode) -> Result<Vec<PersonNumber>, Refusal> {
        self.whose_recovery_code(
            request.customer_uri.as_ref(),
            (&request.issuing_partner_uri, &request.partner_uri),
            &request.recovery_code,
            std::slice::from_ref(&request.recovery_type),
        )
    }

    fn handle(
        &mut self,
        request: AuthenticateRecoveryCode,
        concerned: &[PersonNumber],
    ) -> Result<AuthenticateRecoveryCodeAnswer, Refusal> {
        let now = self.now();
        let said = text(&request.recovery_code);
        self.alter(only(concerned)?, |wallet| {
            let code = recovery_code(wallet, &said, std::slice::from_ref(&request.recovery_type))?;
            code.check(now)?;
            if code.stage() != Stage::Made {
                return Err(Refusal::failure("the code was authenticated already"));
            }
            code.go_on(Stage::Accepted);
            Ok(AuthenticateRecoveryCodeAnswer { customer_uri: Some(wallet.record.customer_uri.clone()) })
        })
    }
}

impl Handle<ResetCustomerPassword> for World {
    fn concerns(&self, request: &ResetCustomerPassword) -> Result<Vec<PersonNumber>, Refusal> {
        let issuer = (&request.issuing_partner_uri, &request.partner_uri);
        let concerned =
            self.whose_recovery_code(request.customer_uri.as_ref(), issuer, &request.recovery_code, FOR_A_PASSWORD)?;
        let wallet = self.wallet_now(only(&concerned)?);
        PASSWORD.allows_anew("newPassword", &request.new_password, &wallet.owner(), &wallet.credentials)?;
        Ok(concerned)
    }

    fn handle(&mut self, request: ResetCustomerPassword, concerned: &[PersonNumber]) -> Result<Confirmed, Refusal> {
        let now = self.now();
        self.alter(only(concerned)?, |wallet| {
            use_up(wallet, &request.recovery_code, FOR_A_PASSWORD, now)?;
            wallet.set_password(&request.new_password, now);
            Ok(Confirmed {})
        })
    }
}

impl Handle<ResetCustomerPasscode> for World {
    fn concerns(&self, request: &ResetCustomerPasscode) -> Result<Vec<PersonNumber>, Refusal> {
        let issuer = (&request.issuing_partner_uri, &request.partner_uri);
        let concerned =
            self.whose_recovery_code(request.customer_uri.as_ref(), issuer, &request.recovery_code, FOR_A_PASSCODE)?;
        let wallet = self.wallet_now(only(&concerned)?);
        PASSCODE.allows_anew("newPasscode", &request.new_passcode, &wallet.owner(), &wallet.credentials)?;
        Ok(concerned)
    }

    fn handle(&mut self, request: ResetCustomerPasscode, concerned: &[PersonNumber]) -> Result<Confirmed, Refusal> {
        let now = self.now();
        self.alter(only(concerned)?, |wallet| {
            use_up(wallet, &request.recovery_code, FOR_A_PASSCODE, now)?;
            wallet.set_passcode(&request.new_passcode, now);
            Ok(Confirmed {})
        })
    }
}

impl World {
    /// Whose code it is. It names its wallet; a wallet that the request names must be the same one.
    fn whose_recovery_code(
        &self,
        customer_uri: Option<&CustomerUri>,
        (issuing_partner_uri, partner_uri): (&IssuingPartnerUri, &PartnerUri),
        code: &Secret,
        types: &[RecoveryType],
    ) -> Result<Vec<PersonNumber>, Refusal> {
        at_issuer(issuing_partner_uri, partner_uri)?;
        let named = customer_uri.map(|customer_uri| self.wallet(customer_uri)).transpose()?;
        let said = text(code);
        let bears_it =
            |wallet: &Wallet| wallet.codes.recovery.iter().any(|(kind, code)| types.contains(kind) && code.is(&said));
        match self.whose_code(bears_it) {
            Some(number) if named.is_none_or(|named| named == number) => Ok(vec![number]),
            _ => Err(Refusal::failure("the code is not known")),
        }
    }
}

fn recovery_code<'a>(wallet: &'a mut Wallet, said: &str, types: &[RecoveryType]) -> Result<&'a mut Code, Refusal> {
    let mut codes = wallet.codes.recovery.iter_mut();
    let found = codes.find(|(kind, code)| types.contains(kind) && code.is(said));
    found.map(|(_, code)| code).ok_or_else(|| Refusal::failure("the code is not known"))
}

/// A code authorises one reset (seed 002:422), whether or not it was authenticated before.
fn use_up(wallet: &mut Wallet, said: &Secret, types: &[RecoveryType], now: i64) -> Result<(), Refusal> {
    let code = recovery_code(wallet, &text(said), types)?;
    code.check(now)?;
    code.go_on(Stage::Used);
    Ok(())
}
