//! What all integrations have to know of a service.

use std::borrow::Cow;

use token_codes::AnyCode;

/// The settings of a service.
///
/// ```
/// use token_codes::Code;
/// use token_codes_service::Service;
///
/// let service = Service::new(Code::TOK008).type_base("https://errors.example.com/").show_personal(true);
/// assert_eq!(service.uncoded(), Code::TOK008);
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct Service {
    uncoded: AnyCode,
    type_base: Option<Cow<'static, str>>,
    #[cfg(feature = "grpc")]
    domain: Cow<'static, str>,
    shows_personal: bool,
}

impl Service {
    /// A service that replies with this code where an error has none, so that nothing of its text gets out.
    ///
    /// It should be a code without params, since nothing would fill them.
    pub fn new(uncoded: impl Into<AnyCode>) -> Self {
        Self {
            uncoded: uncoded.into(),
            type_base: None,
            #[cfg(feature = "grpc")]
            domain: Cow::Borrowed(""),
            shows_personal: false,
        }
    }

    /// Where the pages of the codes are: the address of a code's page is `base` with the code after it.
    pub fn type_base(mut self, base: impl Into<Cow<'static, str>>) -> Self {
        self.type_base = Some(base.into());
        self
    }

    /// What the reasons of errors in gRPC belong to, such as `tokens.example.com`: a name that nobody else has. Feature
    /// `grpc`.
    #[cfg(feature = "grpc")]
    pub fn domain(mut self, domain: impl Into<Cow<'static, str>>) -> Self {
        self.domain = domain.into();
        self
    }

    #[cfg(feature = "grpc")]
    pub(crate) fn domain_name(&self) -> &str {
        &self.domain
    }

    /// Whether replies list the personal arguments among their params. The message shows them in any case.
    ///
    /// They do not, unless this says so.
    pub fn show_personal(mut self, shows: bool) -> Self {
        self.shows_personal = shows;
        self
    }

    /// Whether replies list the personal arguments.
    #[cfg(any(feature = "grpc", feature = "problem"))]
    pub(crate) fn shows_personal(&self) -> bool {
        self.shows_personal
    }

    /// The code for an error that has none.
    #[must_use]
    pub fn uncoded(&self) -> AnyCode {
        self.uncoded
    }

    /// The address of a code's page; `None` if [`type_base`](Self::type_base) was not said.
    #[must_use]
    pub fn type_url(&self, code: impl Into<AnyCode>) -> Option<String> {
        let (base, code) = (self.type_base.as_deref()?, code.into().as_str());
        let mut url = String::with_capacity(base.len() + code.len());
        url.push_str(base);
        url.push_str(code);
        Some(url)
    }
}
