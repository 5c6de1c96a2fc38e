window.addEventListener("load", () => {
  SwaggerUIBundle({
    url: "/openapi.json",
    dom_id: "#description",
    deepLinking: true,
    docExpansion: "none",
    filter: true,
    tryItOutEnabled: true,
    persistAuthorization: false,
    // the public validator would be told about every visit
    validatorUrl: null,
  });
});
