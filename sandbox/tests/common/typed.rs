//! Wallet calls as the portal makes them: sealed and opened by the contract.

use axum::{body::Body, http::Request};
use contract::{
    CustomerKey, Family, Method, Opened, Operation, Secret, Sender,
    operations::wallet::{QuestionAnswer, QuestionDetail},
    wallet::Wallet,
};

use super::{Answer, Gateway, ISSUER, PARTNER};

impl Gateway {
    /// What came back, as it came.
    pub async fn wire<O: Operation<Family = Wallet>>(&self, request: &O) -> Answer {
        let wire = Wallet::seal(request, &Sender::default()).expect("sendable");
        let method = match O::SPEC.method {
            Method::Get => "GET",
            Method::Put => "PUT",
            _ => "POST",
        };
        let call = Request::builder()
            .method(method)
            .uri(format!("/b2b-gateway{}", wire.path))
            .header("wl-correlation-id", "0b0e7a4e-2f6c-4d27-9a53-5f1a1f0a9b11")
            .header("content-type", "application/json")
            .body(Body::from(wire.body.unwrap_or_default()));
        self.send(call.expect("a request")).await
    }

    /// What was answered to a call that is done.
    pub async fn done<O: Operation<Family = Wallet>>(&self, request: &O) -> O::Answer {
        let answer = self.wire(request).await;
        match Wallet::open::<O>(answer.text()) {
            Ok(Opened::Done(done)) => done,
            _ => panic!("{} is not done: {answer:?}", O::SPEC.name),
        }
    }

    /// The code and the text with which a call is refused.
    pub async fn refused<O: Operation<Family = Wallet>>(&self, request: &O) -> (String, String) {
        let answer = self.wire(request).await;
        match Wallet::open::<O>(answer.text()) {
            Ok(Opened::Refused(status)) => {
                let detail = status.details.first().expect("a refusal says why");
                (detail.code.clone(), detail.description.clone())
            }
            _ => panic!("{} is not refused: {answer:?}", O::SPEC.name),
        }
    }

    /// What identifies the wallet of this known customer.
    pub async fn key(&self, address: &str) -> CustomerKey {
        let customer_uri = self.uri(&format!("{address}@sandbox.example")).await.into();
        CustomerKey { customer_uri, issuing_partner_uri: ISSUER.into(), partner_uri: PARTNER.into() }
    }
}

pub fn secret(text: &str) -> Secret {
    text.to_owned().into()
}

/// These answers to these questions, in their order.
pub fn answers(questions: &[QuestionDetail], texts: &[&str]) -> Vec<QuestionAnswer> {
    questions.iter().zip(texts).map(|(question, text)| QuestionAnswer::to(question, secret(text))).collect()
}
